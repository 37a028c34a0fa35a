package io.abonent.platform.outbox;

import io.abonent.platform.sample.LinkEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Many writers on few aggregates, in all the forms services use, and with a share that is rolled back. */
final class LabWriters {

    private static final String HOT = "with u as (update link set version = version + 1"
            + " where id = :id and version = :version returning version) ";

    private final OutboxLab lab;
    private final List<UUID> links;
    final AtomicLong commits = new AtomicLong();

    LabWriters(OutboxLab lab, List<UUID> links) {
        this.lab = lab;
        this.links = links;
    }

    void run(int writers, Duration howLong) throws InterruptedException, ExecutionException {
        long deadline = System.nanoTime() + howLong.toNanos();
        try (ExecutorService executor = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                Random random = new Random(writer);
                running.add(executor.submit(() -> {
                    while (System.nanoTime() < deadline) {
                        write(random);
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    private void write(Random random) {
        UUID link = links.get(random.nextInt(links.size()));
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> hot(link);
            case 3, 4 -> optimistic(link, false);
            case 5 -> optimistic(link, true);
            case 6 -> several(random, false);
            default -> several(random, true);
        }
    }

    /** One statement; loses to a faster writer without harm. */
    void hot(UUID link) {
        long version = versionOf(link);
        OutboxRow row = lab.rows.of(LinkEvents.of(link, "hot", version + 1));
        int written = lab.jdbc
                .sql(HOT + OutboxRow.insertFrom("u"))
                .param("id", link)
                .param("version", version)
                .params(row.parameters())
                .update();
        lab.wakeUp.afterCommit();
        commits.addAndGet(written);
    }

    void optimistic(UUID link, boolean rollBack) {
        lab.transactions.executeWithoutResult(transaction -> {
            long version = versionOf(link);
            lab.publisher.publish(LinkEvents.of(link, "optimistic", version + 1));
            int updated = lab.jdbc
                    .sql("update link set version = version + 1 where id = :id and version = :version")
                    .param("id", link)
                    .param("version", version)
                    .update();
            if (updated == 0 || rollBack) {
                transaction.setRollbackOnly();
            } else {
                commits.incrementAndGet();
            }
        });
    }

    /** Three aggregates in one transaction, locked in the order of their ids. */
    private void several(Random random, boolean rollBack) {
        List<UUID> chosen = new ArrayList<>(links);
        Collections.shuffle(chosen, random);
        List<UUID> three = chosen.subList(0, 3).stream().sorted().toList();
        lab.transactions.executeWithoutResult(transaction -> {
            for (UUID link : three) {
                long version = lab.jdbc
                        .sql("update link set version = version + 1 where id = :id returning version")
                        .param("id", link)
                        .query(Long.class)
                        .single();
                lab.publisher.publish(LinkEvents.of(link, "several", version));
            }
            if (rollBack) {
                transaction.setRollbackOnly();
            } else {
                commits.addAndGet(3);
            }
        });
    }

    private long versionOf(UUID link) {
        return lab.jdbc
                .sql("select version from link where id = :id")
                .param("id", link)
                .query(Long.class)
                .single();
    }
}
