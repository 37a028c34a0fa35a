package io.abonent.identity.reset;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

/**
 * @param token from the link of the letter
 * @param newPassword never trimmed
 */
record CompleteByLinkRequest(
        @NotBlank @Size(max = 128) String token,
        @NotEmpty @Size(max = 256) String newPassword) {

    @Override
    public String toString() {
        return "CompleteByLinkRequest[hidden]";
    }
}
