package io.abonent.identity.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param token from the link of the letter */
record ConfirmByLinkRequest(@NotBlank @Size(max = 128) String token) {

    @Override
    public String toString() {
        return "ConfirmByLinkRequest[hidden]";
    }
}
