package io.abonent.account.link;

import io.abonent.account.supplier.AccountNumberRule;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param alias the user's own name for the account */
record LinkAccountRequest(
        @NotNull UUID supplierId,
        @NotBlank @Size(max = AccountNumberRule.MAX_INPUT) String accountNumber,
        @Nullable @Size(max = 40) String alias) {

    @Nullable
    String cleanAlias() {
        return Aliases.clean(alias);
    }

    @Override
    public String toString() {
        return "LinkAccountRequest[" + supplierId + "]";
    }
}
