package io.abonent.account.link;

import io.abonent.account.supplier.AccountNumberRule;
import java.time.Duration;
import java.util.UUID;

/** Why an account is not linked. */
sealed interface LinkRefused extends AskingSupplier.Asked, LinkingAccount.Outcome {

    record ConsentMissing() implements LinkRefused {}

    record SupplierUnknown() implements LinkRefused {}

    record SupplierNotAccepting() implements LinkRefused {}

    record NumberFormat(AccountNumberRule rule) implements LinkRefused {}

    /** Not known to the supplier, closed or not for linking: nobody learns which. */
    record NotLinkable() implements LinkRefused {}

    record AlreadyLinked(UUID linkId) implements LinkRefused {}

    record LimitReached(int maxLinks) implements LinkRefused {}

    record TooManyAttempts(Duration retryAfter) implements LinkRefused {}
}
