package io.abonent.bench.checker;

import io.abonent.bench.checker.Finding.Fault;
import io.abonent.bench.history.History;
import io.abonent.bench.world.Money;
import io.abonent.bench.world.Money.Entry;
import io.abonent.bench.world.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Provider, ledger, suppliers and cash register name the same payments with the same amounts, each once. */
final class MoneyAgrees implements Rule {

    @Override
    public List<Finding> check(History history, World world) {
        Money money = world.money();
        List<Finding> findings = new ArrayList<>();
        Map<String, List<Entry>> books = new TreeMap<>(Map.of(
                "provider", money.provider(),
                "ledger", money.ledger(),
                "posted", money.posted(),
                "supplier", money.supplier(),
                "receipts", money.receipts()));
        Set<Entry> all = new HashSet<>();
        books.values().forEach(all::addAll);
        books.forEach((book, entries) -> {
            Set<String> payments = new HashSet<>();
            for (Entry entry : entries) {
                if (!payments.add(entry.paymentId())) {
                    findings.add(new Finding(Fault.DOUBLED, entry + " is in the book '" + book + "' twice"));
                }
            }
            Set<Entry> here = new HashSet<>(entries);
            all.stream()
                    .filter(entry -> !here.contains(entry))
                    .forEach(entry ->
                            findings.add(new Finding(Fault.MONEY, entry + " is missing in the book '" + book + "'")));
        });
        money.imbalances()
                .forEach(row -> findings.add(new Finding(Fault.MONEY, "the ledger does not balance: " + row)));
        return findings;
    }
}
