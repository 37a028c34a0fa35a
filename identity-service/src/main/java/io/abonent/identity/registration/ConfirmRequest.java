package io.abonent.identity.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param code six digits; anything else costs a try like a wrong code */
record ConfirmRequest(@NotBlank @Size(max = 16) String code) {

    @Override
    public String toString() {
        return "ConfirmRequest[hidden]";
    }
}
