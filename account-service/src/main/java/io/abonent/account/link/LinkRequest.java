package io.abonent.account.link;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a user asks for, with the number read by the supplier's rule. */
record LinkRequest(
        UUID userId,
        UUID supplierId,
        String accountNumber,
        String accountNumberInput,
        String accountNumberDisplay,
        @Nullable String alias) {}
