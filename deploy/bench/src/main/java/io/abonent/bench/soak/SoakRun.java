package io.abonent.bench.soak;

import io.abonent.bench.run.BenchRun;
import io.abonent.bench.run.Evidence;
import io.abonent.bench.run.Options;
import io.abonent.bench.run.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A crowd at a steady rate, watched; then everything is checked as after any other run, and what grew is named. */
public final class SoakRun {

    private static final Logger log = LoggerFactory.getLogger(SoakRun.class);
    private static final int COLLECTIONS = 12;

    private final Options options;
    private final Path repository;

    public SoakRun(Options options, Path repository) {
        this.options = options;
        this.repository = repository;
    }

    /** @return whether nothing was found and nothing grew that may not */
    public boolean run() throws IOException, InterruptedException, SQLException {
        Sampler sampler = new Sampler(Duration.ofMinutes(options.number("minutes", 60)), COLLECTIONS);
        Evidence evidence = new BenchRun(Scenario.SOAK, options, repository, sampler).run();
        List<Growth> growths = sampler.samples().growths();
        String table = "\n" + """
                | What | Measure | median of the second third | of the last | | grows |
                |---|---|---|---|---|---|
                """ + growths.stream().map(Growth::toString).collect(Collectors.joining("\n")) + "\n";
        Files.writeString(sampler.directory().resolve("summary.md"), table, StandardOpenOption.APPEND);
        List<Growth> found = growths.stream().filter(Growth::isFound).toList();
        log.info("{}\n{} of {} series grow and may not; {}", table, found.size(), growths.size(), sampler.directory());
        return evidence.good() && found.isEmpty();
    }
}
