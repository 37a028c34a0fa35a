package io.abonent.bench;

import io.abonent.bench.container.SingleHost;
import io.abonent.bench.crash.CrashRun;
import io.abonent.bench.poison.Poisoning;
import io.abonent.bench.replay.Replay;
import io.abonent.bench.run.BenchRun;
import io.abonent.bench.run.Besides;
import io.abonent.bench.run.Options;
import io.abonent.bench.run.Scenario;
import io.abonent.bench.sabotage.SabotageRun;
import io.abonent.bench.soak.SoakRun;
import io.abonent.bench.speed.SpeedRun;
import io.abonent.bench.speed.StartTimes;
import io.abonent.bench.stress.OverloadRun;
import io.abonent.bench.stress.SlowClientsRun;
import java.io.IOException;
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
        String name = arguments.length == 0 ? "" : arguments[0];
        boolean good;
        try {
            good = run(repository, name, List.of(arguments).subList(Math.min(1, arguments.length), arguments.length));
        } catch (IllegalArgumentException e) {
            log.error("{}", e.getMessage());
            Arrays.stream(Scenario.values()).forEach(run -> log.info("  {}: {}", run.title(), run.what()));
            log.info("  sabotage: one protection after the other taken away, and the test that notices");
            log.info("  single-host: the overlay as containers, with the instruction walked through it");
            log.info("  start: how long services take to be ready");
            log.info("  speed: requests, events and the first page, each beside its limit");
            log.info("  overload: five times of what can be done is asked for");
            log.info("  slow-clients: a thousand of them, and what ordinary requests notice");
            System.exit(2);
            return;
        }
        System.exit(good ? 0 : 1);
    }

    /** @throws IllegalArgumentException if there is no such run or option */
    private static boolean run(Path repository, String name, List<String> arguments) throws Exception {
        return switch (name) {
            case "sabotage" -> new SabotageRun(repository, arguments).run();
            case "single-host" -> singleHost(repository, Options.parse(arguments));
            case "start" -> {
                new StartTimes(Options.parse(arguments), repository).run();
                yield true;
            }
            case "speed" -> {
                new SpeedRun(Options.parse(arguments), repository).run();
                yield true;
            }
            case "overload" -> new OverloadRun(Options.parse(arguments), repository).run();
            case "slow-clients" -> new SlowClientsRun(Options.parse(arguments), repository).run();
            default -> broken(repository, Scenario.of(name), Options.parse(arguments));
        };
    }

    private static boolean broken(Path repository, Scenario scenario, Options options) throws Exception {
        return switch (scenario) {
            case CRASH_POINTS ->
                new CrashRun(options, repository, Path.of(System.getProperty("abonent.crash-points", "crash-points")))
                        .run();
            case SOAK -> new SoakRun(options, repository).run();
            case REPLAY -> good(scenario, options, repository, new Replay(options.number("seed", 1)));
            case POISON -> good(scenario, options, repository, Poisoning.by(options));
            default -> new BenchRun(scenario, options, repository).run().good();
        };
    }

    private static boolean good(Scenario scenario, Options options, Path repository, Besides besides) throws Exception {
        return new BenchRun(scenario, options, repository, besides).run().good();
    }

    private static boolean singleHost(Path repository, Options options) throws IOException, InterruptedException {
        Path directory = Options.newDirectory(repository, "single-host");
        return new SingleHost(repository, directory, options.text("address", "127.0.41.1"), options.keep()).run();
    }
}
