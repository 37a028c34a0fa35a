package io.abonent.bench.world;

import java.util.List;

/**
 * The same money in four books.
 *
 * @param provider what the payment provider took
 * @param ledger what our ledger says was paid
 * @param posted what our ledger says went to suppliers
 * @param supplier what suppliers say they got
 * @param receipts what the cash register registered
 * @param imbalances rows of the ledger's own invariant, none if all is well
 */
public record Money(
        List<Entry> provider,
        List<Entry> ledger,
        List<Entry> posted,
        List<Entry> supplier,
        List<Entry> receipts,
        List<String> imbalances) {

    public record Entry(String paymentId, long amountMinor) {}
}
