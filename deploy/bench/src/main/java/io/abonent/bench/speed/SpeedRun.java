package io.abonent.bench.speed;

import io.abonent.bench.history.WitnessJournal;
import io.abonent.bench.house.House;
import io.abonent.bench.run.Options;
import io.abonent.bench.run.Settings;
import io.abonent.bench.witness.Attempts;
import io.abonent.bench.witness.Crowd;
import io.abonent.bench.witness.Member;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows of the design's table of speed, each beside its limit. Services run with the optimizing compiler; a crowd of customers
 * warms them up and is then who asks.
 */
public final class SpeedRun {

    private static final Logger log = LoggerFactory.getLogger(SpeedRun.class);
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final int CROWD_PER_SECOND = 15;
    private static final int MEMBERS = 32;

    private final Options options;
    private final House house;
    private final Path directory;

    public SpeedRun(Options options, Path repository) throws IOException {
        this.options = options;
        this.directory = Options.newDirectory(repository, "speed");
        this.house = new House(repository, directory.resolve("home"), options.number("offset", 9_300), 1);
    }

    public void run() throws IOException, InterruptedException, SQLException {
        List<Line> lines = new ArrayList<>();
        try {
            Map<String, String> settings = new TreeMap<>(Settings.forACrowd());
            settings.putAll(HomePage.settings());
            house.upToSpeed(settings);
            Map<String, Rows> all = rows(crowd());
            List<String> wanted = wanted(all);
            for (Map.Entry<String, Rows> rows : all.entrySet()) {
                if (wanted.contains(rows.getKey())) {
                    List<Line> measured = rows.getValue().measure();
                    measured.forEach(line -> log.info("{}", line));
                    lines.addAll(measured);
                }
            }
        } finally {
            keep(lines);
            house.deleteWhenDown();
            house.down();
        }
    }

    /** {@code --only reads,home}. */
    private List<String> wanted(Map<String, Rows> all) {
        List<String> wanted = Arrays.asList(
                options.text("only", String.join(",", all.keySet())).split(","));
        if (!all.keySet().containsAll(wanted)) {
            throw new IllegalArgumentException("there are only the rows " + String.join(",", all.keySet()));
        }
        return wanted;
    }

    private Map<String, Rows> rows(List<Member> members) {
        Calls calls = new Calls(house, members);
        Sides sides = new Sides(Duration.ofSeconds(options.number("seconds", 15)), options.number("rounds", 3));
        String identity = database("identity");
        Map<String, Rows> rows = new LinkedHashMap<>();
        rows.put("home", new HomePage(house, withMostAccounts(members)));
        rows.put("reads", new Reads(calls, sides, options.number("workers", 8)));
        rows.put("commands", new Commands(calls, this::database, sides));
        rows.put(
                "latency",
                new EventLatency(calls, house.brokerPort(), sides.time().multipliedBy(sides.rounds())));
        rows.put("relay", new Relaying(calls, new Outbox(identity), house.brokerPort(), sides));
        rows.put("sign-ins", new SignIns(calls, sides));
        rows.put("volume", new Volume(calls, database("billing"), sides));
        // Between any two, tokens are made new: they live for minutes.
        rows.replaceAll((_, measured) -> () -> {
            calls.renew();
            return measured.measure();
        });
        return rows;
    }

    private String database(String service) {
        return "jdbc:postgresql://localhost:" + house.databasePort() + "/" + service + "?user=postgres";
    }

    private List<Member> crowd() throws IOException, InterruptedException {
        try (WitnessJournal journal = WitnessJournal.create(directory.resolve("witness.jsonl"))) {
            Crowd crowd =
                    new Crowd(house, new Attempts(), journal, options.number("seed", 1), MEMBERS, CROWD_PER_SECOND);
            crowd.open();
            Thread.sleep(WARM_UP);
            crowd.close();
            List<Member> members = crowd.members(MEMBERS);
            if (members.size() < MEMBERS) {
                throw new IllegalStateException("only " + members.size() + " of " + MEMBERS + " customers are in");
            }
            return members;
        }
    }

    private static Member withMostAccounts(List<Member> members) {
        return members.stream()
                .max(Comparator.comparingInt(member -> member.supplyAccounts().size()))
                .orElseThrow();
    }

    private void keep(List<Line> lines) throws IOException {
        StringBuilder table = new StringBuilder("""
                | | What | measured | limit | ratio | aim | holds |
                |---|---|---|---|---|---|---|
                """);
        lines.forEach(line -> table.append(line).append('\n'));
        table.append(String.format(
                Locale.ROOT,
                "%n%s, %d cores, JDK %s, load average %.1f at the end.%n",
                Instant.now(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        Files.writeString(directory.resolve("summary.md"), table);
        log.info("\n{}\n{}", table, directory);
    }
}
