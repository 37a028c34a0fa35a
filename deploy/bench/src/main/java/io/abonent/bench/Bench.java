package io.abonent.bench;

import io.abonent.bench.crash.CrashRun;
import io.abonent.bench.run.BenchRun;
import io.abonent.bench.run.Evidence;
import io.abonent.bench.run.Options;
import io.abonent.bench.run.Scenario;
import io.abonent.bench.sabotage.SabotageRun;
import io.abonent.bench.speed.StartTimes;
import java.nio.file.Path;
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

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Path repository = Path.of(System.getProperty("abonent.repository", ".")).toAbsolutePath();
        if (arguments.length > 0 && arguments[0].equals("start")) {
            new StartTimes(Options.parse(List.of(arguments).subList(1, arguments.length)), repository).run();
            return;
        }
        if (arguments.length > 0 && arguments[0].equals("sabotage")) {
            System.exit(sabotage(repository, List.of(arguments).subList(1, arguments.length)));
        }
        Scenario scenario;
        Options options;
        try {
            scenario = Scenario.of(arguments.length == 0 ? "" : arguments[0]);
            options = Options.parse(List.of(arguments).subList(1, arguments.length));
        } catch (IllegalArgumentException e) {
            log.error("{}", e.getMessage());
            Arrays.stream(Scenario.values()).forEach(run -> log.info("  {}: {}", run.title(), run.what()));
            System.exit(2);
            return;
        }
        if (scenario == Scenario.CRASH_POINTS) {
            Path directory = Path.of(System.getProperty("abonent.crash-points", "crash-points"));
            System.exit(new CrashRun(options, repository, directory).run() ? 0 : 1);
        }
        Evidence evidence = new BenchRun(scenario, options, repository).run();
        System.exit(evidence.good() ? 0 : 1);
    }

    private static int sabotage(Path repository, List<String> arguments) throws Exception {
        SabotageRun run;
        try {
            run = new SabotageRun(repository, arguments);
        } catch (IllegalArgumentException e) {
            log.error("{}", e.getMessage());
            return 2;
        }
        return run.run() ? 0 : 1;
    }
}
