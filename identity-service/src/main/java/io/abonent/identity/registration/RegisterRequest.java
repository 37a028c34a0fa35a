package io.abonent.identity.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

/**
 * @param login a mobile number or an e-mail address, however it is written
 * @param password never trimmed
 */
record RegisterRequest(
        @NotBlank @Size(max = 320) String login,
        @NotEmpty @Size(max = 256) String password) {

    @Override
    public String toString() {
        return "RegisterRequest[hidden]";
    }
}
