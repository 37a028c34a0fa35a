package io.abonent.bench.soak;

import io.abonent.bench.house.House;
import io.abonent.bench.run.Besides;
import io.abonent.bench.world.Bookkeeping;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at everything every half minute, as long as there is load. */
final class Sampler implements Besides {

    private static final Logger log = LoggerFactory.getLogger(Sampler.class);
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final Samples samples = new Samples();
    private final int collections;
    private final Duration length;
    private Path directory = Path.of(".");
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});

    /** @param collections so many collections of garbage in the whole length: each stops a service for a moment */
    Sampler(Duration length, int collections) {
        this.length = length;
        this.collections = collections;
    }

    Samples samples() {
        return samples;
    }

    Path directory() {
        return directory;
    }

    @Override
    public void houseIsUp(House house, Path runDirectory) {
        directory = runDirectory;
        ProcessLook processes = new ProcessLook(house);
        Bookkeeping bookkeeping = new Bookkeeping(house.databasePort());
        thread = Thread.ofPlatform().name("sampler").daemon().start(() -> work(processes, bookkeeping));
    }

    private void work(ProcessLook processes, Bookkeeping bookkeeping) {
        long start = System.nanoTime();
        int collected = 0;
        try {
            for (int look = 1; ; look++) {
                Duration due = EVERY.multipliedBy(look);
                Thread.sleep(due.minusNanos(System.nanoTime() - start));
                boolean collect = due.multipliedBy(collections).compareTo(length.multipliedBy(collected + 1L)) >= 0;
                collected += collect ? 1 : 0;
                look(processes, bookkeeping, due.toSeconds(), collect);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(ProcessLook processes, Bookkeeping bookkeeping, long second, boolean collect)
            throws InterruptedException {
        try {
            processes.look(samples, second, collect);
            bookkeeping.sizes((database, table, bytes) ->
                    samples.add(second, database + " " + table, Measure.TABLE, bytes / 1024.0));
            bookkeeping.deadRows((database, rows) -> samples.add(second, database, Measure.DEAD_ROWS, (double) rows));
            samples.write(directory.resolve("samples.csv"));
        } catch (IOException | SQLException e) {
            // One look less; why is in the log.
            log.warn("A look failed", e);
        }
    }

    @Override
    public void loadIsOver() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
