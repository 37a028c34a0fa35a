package io.abonent.bench;

import io.abonent.bench.container.SingleHost;
import io.abonent.bench.run.BenchRun;
import io.abonent.bench.run.Evidence;
import io.abonent.bench.run.Options;
import io.abonent.bench.run.Scenario;
import io.abonent.bench.speed.StartTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code Bench NAME [--option value]…}; ends with 0 when everything held, with 1 when anything was found, with 2 when it
 * was asked wrongly. System property {@code abonent.repository}: where {@code ./abonent} is.
 */
public final class Bench {

    private static final Logger log = LoggerFactory.getLogger(Bench.class);

    private static final String SINGLE_HOST = "single-host";

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Path repository = Path.of(System.getProperty("abonent.repository", ".")).toAbsolutePath();
        if (arguments.length > 0 && arguments[0].equals("start")) {
            new StartTimes(Options.parse(List.of(arguments).subList(1, arguments.length)), repository).run();
            return;
        }
        Scenario scenario;
        Options options;
        try {
            if (arguments.length > 0 && arguments[0].equals(SINGLE_HOST)) {
                System.exit(
                        singleHost(repository, Options.parse(List.of(arguments).subList(1, arguments.length))) ? 0 : 1);
            }
            scenario = Scenario.of(arguments.length == 0 ? "" : arguments[0]);
            options = Options.parse(List.of(arguments).subList(1, arguments.length));
        } catch (IllegalArgumentException e) {
            log.error("{}", e.getMessage());
            Arrays.stream(Scenario.values()).forEach(run -> log.info("  {}: {}", run.title(), run.what()));
            log.info(
                    "  {}: the single-host overlay as containers, with the instruction walked through it", SINGLE_HOST);
            System.exit(2);
            return;
        }
        Evidence evidence = new BenchRun(scenario, options, repository).run();
        System.exit(evidence.good() ? 0 : 1);
    }

    private static boolean singleHost(Path repository, Options options) throws IOException, InterruptedException {
        String stamp =
                Instant.now().toString().substring(0, 19).replace(":", "").replace("T", "-");
        Path directory = repository.resolve("deploy/bench/target/runs").resolve(SINGLE_HOST + "-" + stamp);
        Files.createDirectories(directory);
        return new SingleHost(repository, directory, options.text("address", "127.0.41.1"), options.keep()).run();
    }
}
