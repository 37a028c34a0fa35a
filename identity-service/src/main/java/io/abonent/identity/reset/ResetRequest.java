package io.abonent.identity.reset;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param login a mobile number or an e-mail address, however it is written */
record ResetRequest(@NotBlank @Size(max = 320) String login) {

    @Override
    public String toString() {
        return "ResetRequest[hidden]";
    }
}
