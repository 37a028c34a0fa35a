package io.abonent.bench.sabotage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code sabotage [--only NAME[,NAME]] [--module MODULE[,MODULE]] [--control no]}: each sabotage in turn, then the table. First
 * come the tests themselves without any: a test that fails anyway catches nothing.
 */
public final class SabotageRun {

    private static final Logger log = LoggerFactory.getLogger(SabotageRun.class);
    private static final Duration ONE_AT_MOST = Duration.ofMinutes(5);
    private static final Duration CONTROL_AT_MOST = Duration.ofMinutes(30);

    private final Workshop workshop;
    private final Saboteur saboteur;
    private final TestProcess tests;
    private final List<Sabotage> sabotages;
    private final boolean control;

    /** @throws IllegalArgumentException for an option it does not know, or when nothing is left to do */
    public SabotageRun(Path repository, List<String> arguments) throws IOException {
        Map<String, String> options = options(arguments);
        List<String> only = List.of(options.getOrDefault("--only", "").split(","));
        List<String> modules = List.of(options.getOrDefault("--module", "").split(","));
        sabotages = Sabotages.read(repository).stream()
                .filter(sabotage -> !options.containsKey("--only") || only.contains(sabotage.name()))
                .filter(sabotage -> !options.containsKey("--module") || modules.contains(sabotage.module()))
                .toList();
        if (sabotages.isEmpty()) {
            throw new IllegalArgumentException("no such sabotage");
        }
        control = !options.getOrDefault("--control", "yes").equals("no");
        workshop = new Workshop(repository);
        saboteur = new Saboteur(workshop);
        tests = new TestProcess(workshop.directory().resolve("logs"));
    }

    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int index = 0; index < arguments.size(); index += 2) {
            String name = arguments.get(index);
            if (!List.of("--only", "--module", "--control").contains(name) || index + 1 == arguments.size()) {
                throw new IllegalArgumentException("not an option with a value: " + name);
            }
            options.put(name, arguments.get(index + 1));
        }
        return options;
    }

    /** @return whether each was caught */
    public boolean run() throws IOException, InterruptedException {
        Set<String> modules = new TreeSet<>();
        sabotages.forEach(sabotage -> {
            modules.add(sabotage.module());
            sabotage.tests().forEach(test -> modules.add(test.module()));
        });
        long start = System.nanoTime();
        log.info("Copying and compiling {}", String.join(", ", modules));
        workshop.open(modules);
        log.info("Compiled after {} s", seconds(start));
        Map<String, String> sick = control ? control(modules) : Map.of();
        log.info("Control done after {} s", seconds(start));
        List<Result> results = new ArrayList<>();
        for (Sabotage sabotage : sabotages) {
            Result result = judge(sabotage, sick);
            results.add(result);
            log.info(
                    "{}/{} {} {} {} {}",
                    results.size(),
                    sabotages.size(),
                    result.verdict(),
                    sabotage.name(),
                    result.by(),
                    result.detail());
        }
        return tell(results, start);
    }

    private Map<String, String> control(Set<String> modules) throws IOException, InterruptedException {
        Map<String, String> sick = new HashMap<>();
        for (String module : modules) {
            Set<TestName> named = new LinkedHashSet<>();
            sabotages.forEach(sabotage -> sabotage.tests().stream()
                    .filter(test -> test.module().equals(module))
                    .forEach(named::add));
            if (named.isEmpty()) {
                continue;
            }
            TestProcess.Outcome outcome = tests.run(
                    "control-" + module.replace('/', '-'),
                    workshop.sources().resolve(module),
                    workshop.classPath(module),
                    selectors(named),
                    false,
                    CONTROL_AT_MOST);
            log.info("Without sabotage: {} tests of {}, failed: {}", outcome.ran(), module, outcome.failures());
            if (outcome.ran() == 0) {
                named.forEach(test -> sick.put(module + "/" + test.type(), "no test ran without it"));
            }
            sick.putAll(second(module, named, outcome.failures()));
        }
        return sick;
    }

    /** What failed among many may have waited for a busy machine: it is asked once more, alone. */
    private Map<String, String> second(String module, Set<TestName> named, List<TestProcess.Failure> failures)
            throws IOException, InterruptedException {
        Map<String, String> sick = new HashMap<>();
        for (String type : failures.stream()
                .map(failure -> type(failure.test()))
                .distinct()
                .toList()) {
            TestProcess.Outcome again = tests.run(
                    "control-" + type,
                    workshop.sources().resolve(module),
                    workshop.classPath(module),
                    selectors(named.stream()
                            .filter(test -> test.type().equals(type))
                            .toList()),
                    false,
                    CONTROL_AT_MOST);
            log.info("Once more: {} tests of {}, failed: {}", again.ran(), type, again.failures());
            again.failures().forEach(failure -> sick.put(module + "/" + type, failure.message()));
        }
        return sick;
    }

    private Result judge(Sabotage sabotage, Map<String, String> sick) throws IOException, InterruptedException {
        for (TestName test : sabotage.tests()) {
            String failure = sick.get(test.module() + "/" + test.type());
            if (failure != null) {
                return new Result(sabotage, Verdict.UNCLEAR, "", test + " fails without it: " + failure, 0);
            }
        }
        long start = System.nanoTime();
        Map<String, List<TestName>> byModule = new LinkedHashMap<>();
        sabotage.tests()
                .forEach(test -> byModule.computeIfAbsent(test.module(), key -> new ArrayList<>())
                        .add(test));
        Result last = new Result(sabotage, Verdict.UNCLEAR, "", "no tests", 0);
        for (Map.Entry<String, List<TestName>> module : byModule.entrySet()) {
            last = saboteur.during(
                    sabotage,
                    module.getKey(),
                    classPath -> verdict(sabotage, module.getKey(), module.getValue(), classPath, start));
            if (last.verdict() != Verdict.SURVIVED) {
                return last;
            }
        }
        return last;
    }

    private Result verdict(Sabotage sabotage, String module, List<TestName> named, List<Path> classPath, long start)
            throws IOException, InterruptedException {
        TestProcess.Outcome outcome = tests.run(
                sabotage.name(), workshop.sources().resolve(module), classPath, selectors(named), true, ONE_AT_MOST);
        double took = seconds(start);
        if (!outcome.failures().isEmpty()) {
            TestProcess.Failure failure = outcome.failures().getFirst();
            return new Result(sabotage, Verdict.CAUGHT, failure.test(), failure.message(), took);
        }
        if (!outcome.ended() || outcome.ran() == 0) {
            String why = outcome.ended() ? "no test ran, see its log" : "did not end in " + ONE_AT_MOST;
            return new Result(sabotage, Verdict.UNCLEAR, "", why, took);
        }
        return new Result(sabotage, Verdict.SURVIVED, "", outcome.ran() + " tests passed", took);
    }

    private List<String> selectors(Iterable<TestName> named) throws IOException {
        List<String> selectors = new ArrayList<>();
        for (TestName test : named) {
            selectors.add(test.selector(workshop.sources()));
        }
        return selectors;
    }

    private boolean tell(List<Result> results, long start) throws IOException {
        long caught = results.stream()
                .filter(result -> result.verdict() == Verdict.CAUGHT)
                .count();
        String table = Result.table(results);
        Path file = workshop.directory().resolve("summary.md");
        Files.writeString(file, table);
        log.info("\n{}\n{} of {} caught in {} s; {}", table, caught, results.size(), seconds(start), file);
        return caught == results.size();
    }

    private static String type(String test) {
        int end = test.indexOf('#');
        String type = end < 0 ? test : test.substring(0, end);
        int nested = type.indexOf('$');
        return nested < 0 ? type : type.substring(0, nested);
    }

    private static long seconds(long startNanos) {
        return (System.nanoTime() - startNanos) / 1_000_000_000L;
    }
}
