package io.abonent.gateway.home;

import io.abonent.gateway.service.BillingService.Balance;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is due for all accounts together.
 *
 * @param incomplete some account's amount could not be had
 */
record TotalDue(long minor, String currency, boolean incomplete) {

    /** Only where there is something to add up: more than one amount, all in one currency. */
    static Optional<TotalDue> of(List<AccountCard> cards) {
        List<Balance> known = cards.stream()
                .map(AccountCard::balance)
                .filter(Objects::nonNull)
                .toList();
        List<String> currencies =
                known.stream().map(Balance::currency).distinct().toList();
        if (known.size() < 2 || currencies.size() > 1) {
            return Optional.empty();
        }
        long active = cards.stream().filter(card -> card.link().active()).count();
        return Optional.of(new TotalDue(
                known.stream().mapToLong(Balance::amountDueMinor).sum(), currencies.getFirst(), known.size() < active));
    }
}
