package io.abonent.identity.reset;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

/**
 * @param code six digits; anything else costs a try like a wrong code
 * @param newPassword never trimmed
 */
record CompleteByCodeRequest(
        @NotBlank @Size(max = 16) String code,
        @NotEmpty @Size(max = 256) String newPassword) {

    @Override
    public String toString() {
        return "CompleteByCodeRequest[hidden]";
    }
}
