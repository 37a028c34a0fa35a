package io.abonent.identity.password;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

/** Neither is ever trimmed. */
record ChangePasswordRequest(
        @NotEmpty @Size(max = 256) String currentPassword,
        @NotEmpty @Size(max = 256) String newPassword) {

    @Override
    public String toString() {
        return "ChangePasswordRequest[hidden]";
    }
}
