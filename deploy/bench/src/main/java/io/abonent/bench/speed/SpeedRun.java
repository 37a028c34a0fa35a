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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
    private static final int CROWD_PER_SECOND = 10;

    private final Options options;
    private final House house;
    private final Path directory;

    public SpeedRun(Options options, Path repository) throws IOException {
        this.options = options;
        this.directory = Options.newDirectory(repository, "speed");
        this.house = new House(repository, directory.resolve("home"), options.number("offset", 9_300), 1);
    }

    public void run() throws IOException, InterruptedException {
        try {
            Map<String, String> settings = new TreeMap<>(Settings.forACrowd());
            settings.putAll(HomePage.settings());
            house.upToSpeed(settings);
            int workers = options.number("workers", 8);
            List<Member> members = crowd(workers);
            Sides sides =
                    new Sides(workers, Duration.ofSeconds(options.number("seconds", 15)), options.number("rounds", 3));
            List<Line> lines = new ArrayList<>();
            Requests requests = new Requests(house, members, sides);
            add(lines, requests.balance());
            add(lines, requests.refresh());
            add(lines, new EventLatency(house, members, sides).measure());
            add(lines, new HomePage(house).measure(withMostAccounts(members)));
            keep(lines);
        } finally {
            house.deleteWhenDown();
            house.down();
        }
    }

    private List<Member> crowd(int workers) throws IOException, InterruptedException {
        try (WitnessJournal journal = WitnessJournal.create(directory.resolve("witness.jsonl"))) {
            Crowd crowd =
                    new Crowd(house, new Attempts(), journal, options.number("seed", 1), workers, CROWD_PER_SECOND);
            crowd.open();
            Thread.sleep(WARM_UP);
            crowd.close();
            List<Member> members = crowd.members(workers);
            if (members.size() < workers) {
                throw new IllegalStateException(
                        "only " + members.size() + " of " + workers + " customers have come in");
            }
            return members;
        }
    }

    private static Member withMostAccounts(List<Member> members) {
        return members.stream()
                .max(Comparator.comparingInt(member -> member.supplyAccounts().size()))
                .orElseThrow();
    }

    private static void add(List<Line> lines, Line line) {
        log.info("{}", line);
        lines.add(line);
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
