package io.abonent.bench.crash;

import io.abonent.bench.run.BenchRun;
import io.abonent.bench.run.Evidence;
import io.abonent.bench.run.Options;
import io.abonent.bench.run.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A crowd, and no schedule: the processes end by themselves, once at each point they reach. {@code ./abonent bench
 * crash-points} has told all JVMs of the house where the agent is and which directory it writes to.
 */
public final class CrashRun {

    private static final Logger log = LoggerFactory.getLogger(CrashRun.class);

    private final Options options;
    private final Path repository;
    private final Path directory;

    /** @param directory as the agents have it */
    public CrashRun(Options options, Path repository, Path directory) {
        this.options = options;
        this.repository = repository;
        this.directory = directory;
    }

    /** @return whether nothing was found and at least one process ended at a point */
    public boolean run() throws IOException, InterruptedException, SQLException {
        CrashDirectory points = new CrashDirectory(directory);
        Evidence evidence = new BenchRun(Scenario.CRASH_POINTS, options, repository, points).run();
        Files.writeString(directory.resolve("points.md"), points.table());
        log.info(
                "\n{}\n{} points reached, {} of them ended a process; {}",
                points.table(),
                points.reached().size(),
                points.crashed().size(),
                directory);
        return evidence.good() && !points.crashed().isEmpty();
    }
}
