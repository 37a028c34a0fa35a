package io.abonent.bench.run;

import io.abonent.bench.checker.Checker;
import io.abonent.bench.checker.Finding;
import io.abonent.bench.checker.LedgerWatch;
import io.abonent.bench.fault.Injector;
import io.abonent.bench.fault.Recovery;
import io.abonent.bench.fault.RecoveryClock;
import io.abonent.bench.fault.Schedule;
import io.abonent.bench.fault.Wires;
import io.abonent.bench.history.History;
import io.abonent.bench.history.WitnessJournal;
import io.abonent.bench.house.House;
import io.abonent.bench.witness.Attempts;
import io.abonent.bench.witness.Crowd;
import io.abonent.bench.witness.Shown;
import io.abonent.bench.world.Databases;
import io.abonent.bench.world.Topics;
import io.abonent.bench.world.World;
import io.abonent.bench.world.WorldReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Starts a house, fills it, breaks it, waits until it is well again, and looks at everything. */
public final class BenchRun {

    private static final Logger log = LoggerFactory.getLogger(BenchRun.class);
    private static final Duration SETTLE = Duration.ofMinutes(4);
    private static final long LOOK_MS = 500;
    /** Senders of notification-service that can be between the centre's answer and their note at the same moment. */
    private static final int SENDERS = 16;

    private final Scenario scenario;
    private final Options options;
    private final Besides besides;
    private final Path directory;
    private final House house;
    private final Databases databases;
    private final Topics topics;
    private final Attempts attempts = new Attempts();
    private final String startedAt = Instant.now().toString();

    public BenchRun(Scenario scenario, Options options, Path repository) throws IOException, InterruptedException {
        this(scenario, options, repository, new Besides() {});
    }

    public BenchRun(Scenario scenario, Options options, Path repository, Besides besides)
            throws IOException, InterruptedException {
        this.besides = besides;
        this.scenario = scenario;
        this.options = options;
        this.directory = Options.newDirectory(repository, scenario.title());
        this.house = new House(
                scenario.installation(options, repository, directory),
                directory.resolve("home"),
                options.number("offset", 9_300),
                options.number("replicas", scenario.replicas()));
        this.databases = new Databases(house.databasePort());
        this.topics = new Topics("localhost:" + house.brokerPort());
    }

    public Evidence run() throws IOException, InterruptedException, SQLException {
        Schedule schedule = scenario.schedule(options, house);
        log.info(
                "{}: {}; seed {}; everything about it lies in {}",
                scenario.title(),
                scenario.what(),
                seed(),
                directory);
        schedule.mishaps().forEach(mishap -> log.info("  {}", mishap));
        try (Wires wires = Wires.open(house)) {
            house.installation().prepare();
            scenario.furnish(house);
            scenario.start(house, scenario.settings(house));
            besides.houseIsUp(house, directory);
            Evidence evidence = loadAndCheck(schedule, wires);
            keep(evidence);
            return evidence;
        } finally {
            house.down();
        }
    }

    private int seed() {
        return options.number("seed", 1);
    }

    private Evidence loadAndCheck(Schedule schedule, Wires wires)
            throws IOException, InterruptedException, SQLException {
        Path journalFile = directory.resolve("witness.jsonl");
        RecoveryClock clock = new RecoveryClock(house, attempts, databases, topics);
        Injector injector = new Injector(house, wires, clock);
        WorldReader reader = new WorldReader(databases, topics, house.simulators(), besides::planted);
        List<Finding> findings = new ArrayList<>();
        History history;
        World world;
        double seconds;
        LedgerWatch ledger = new LedgerWatch(databases);
        try (WitnessJournal journal = WitnessJournal.create(journalFile)) {
            Crowd crowd = new Crowd(
                    house,
                    attempts,
                    journal,
                    seed(),
                    options.number("workers", 12),
                    options.decimal("rate", scenario.rate()));
            seconds = load(crowd, injector, schedule);
            awaitSettled(reader, clock);
            List<Shown> shown = crowd.look();
            history = WitnessJournal.read(journalFile);
            world = reader.read();
            findings.addAll(new Checker(repeatsAllowed(done(injector)), shown).check(history, world));
            findings.addAll(besides.afterwards(crowd));
        } finally {
            ledger.stop();
        }
        findings.addAll(ledger.findings());
        List<Recovery> recoveries = new ArrayList<>(clock.recoveries());
        recoveries.addAll(besides.recoveries());
        return new Evidence(
                scenario.title(),
                seed(),
                startedAt,
                seconds,
                Machine.now(),
                schedule.mishaps().stream().map(Object::toString).toList(),
                history.counts(),
                done(injector),
                attempts.byAnswer(),
                recoveries,
                clock.never(),
                ledger.looks(),
                Repeats.ofMessages(world),
                Repeats.ofEvents(world),
                findings);
    }

    private Map<String, Integer> done(Injector injector) throws IOException {
        Map<String, Integer> done = new TreeMap<>(injector.done());
        done.putAll(besides.done());
        return done;
    }

    /** @return how many seconds it took */
    private double load(Crowd crowd, Injector injector, Schedule schedule) throws IOException, InterruptedException {
        long start = System.nanoTime();
        crowd.open();
        injector.run(schedule.mishaps());
        awaitEffects(crowd, start + scenario.atLeast(options).toNanos());
        besides.loadMayEnd();
        crowd.close();
        besides.loadIsOver();
        double seconds = secondsSince(start);
        log.info("{} effects by {} customers in {} s", crowd.acknowledged(), crowd.customers(), (long) seconds);
        return seconds;
    }

    private void awaitEffects(Crowd crowd, long notBefore) throws InterruptedException {
        int wanted = options.number("effects", scenario.effects());
        long deadline = System.nanoTime() + Duration.ofHours(6).toNanos();
        while ((crowd.acknowledged() < wanted || System.nanoTime() < notBefore) && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_MS);
        }
    }

    /** What is not settled after that is a finding. */
    private void awaitSettled(WorldReader reader, RecoveryClock clock) throws InterruptedException, SQLException {
        long start = System.nanoTime();
        List<String> left = reader.awaitSettled(SETTLE);
        log.info("settled: {}", left.isEmpty() ? "everything" : left);
        clock.add(new Recovery(Recovery.DRAINED, "all", secondsSince(start)));
    }

    /** Whatever made a sender, its database or its partner end in the middle. */
    private static long repeatsAllowed(Map<String, Integer> done) {
        return done.entrySet().stream()
                        .filter(entry -> entry.getKey().contains("notification")
                                || entry.getKey().contains(Schedule.DATABASE)
                                || entry.getKey().contains("sms"))
                        .mapToLong(Map.Entry::getValue)
                        .sum()
                * SENDERS;
    }

    private void keep(Evidence evidence) throws IOException {
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        json.writeValue(directory.resolve("evidence.json").toFile(), evidence);
        String summary = Summary.of(evidence);
        Files.writeString(directory.resolve("summary.md"), summary);
        log.info("\n{}\n{}", summary, directory);
        if (evidence.good() && !options.keep()) {
            house.deleteWhenDown();
        }
    }

    private static double secondsSince(long startNanos) {
        return (System.nanoTime() - startNanos) / 1_000_000_000.0;
    }
}
