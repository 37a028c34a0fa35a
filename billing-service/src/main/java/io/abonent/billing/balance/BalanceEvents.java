package io.abonent.billing.balance;

import io.abonent.contracts.billing.BalanceUpdated;

/** Balances → the wire. */
final class BalanceEvents {

    private BalanceEvents() {}

    static BalanceUpdated updated(Balance balance) {
        return new BalanceUpdated(
                balance.supplyAccountId(),
                balance.supplierId(),
                balance.amountDueMinor(),
                balance.creditMinor(),
                balance.currency(),
                balance.lines().stream()
                        .map(line -> new BalanceUpdated.Line(line.service(), line.amountMinor()))
                        .toList(),
                balance.asOf(),
                balance.version());
    }
}
