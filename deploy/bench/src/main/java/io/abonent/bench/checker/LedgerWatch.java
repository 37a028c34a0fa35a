package io.abonent.bench.checker;

import io.abonent.bench.checker.Finding.Fault;
import io.abonent.bench.world.Databases;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks at the ledger again and again while everything falls over. */
public final class LedgerWatch {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Databases databases;
    private final List<Finding> findings = new ArrayList<>();
    private final Thread thread;
    private int looks;

    public LedgerWatch(Databases databases) {
        this.databases = databases;
        this.thread = Thread.ofVirtual().name("ledger-watch").start(this::watch);
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(EVERY);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            List<String> rows = databases.imbalances();
            synchronized (this) {
                looks++;
                rows.forEach(row -> findings.add(new Finding(Fault.MONEY, "while running, unbalanced: " + row)));
            }
        } catch (SQLException e) {
            // The database is away: part of the run.
            return;
        }
    }

    public synchronized int looks() {
        return looks;
    }

    public synchronized List<Finding> findings() {
        return List.copyOf(findings);
    }

    public void stop() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
