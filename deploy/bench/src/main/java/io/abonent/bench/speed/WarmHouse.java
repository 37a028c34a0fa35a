package io.abonent.bench.speed;

import io.abonent.bench.history.WitnessJournal;
import io.abonent.bench.house.House;
import io.abonent.bench.house.Installation;
import io.abonent.bench.run.Machine;
import io.abonent.bench.run.Options;
import io.abonent.bench.run.Settings;
import io.abonent.bench.witness.Attempts;
import io.abonent.bench.witness.Crowd;
import io.abonent.bench.witness.Member;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Services with the optimizing compiler; a crowd of customers warms them up, and some of them are then who asks. */
public final class WarmHouse {

    private static final Logger log = LoggerFactory.getLogger(WarmHouse.class);
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration WARM_UP_AT_MOST = Duration.ofMinutes(10);
    private static final long LOOK_MS = 500;
    private static final int CROWD_PER_SECOND = 15;
    private static final int MEMBERS = 32;

    private final Options options;
    private final Path directory;
    private final House house;

    /** @param name of the run */
    public WarmHouse(Options options, Path repository, String name) throws IOException {
        this.options = options;
        this.directory = Options.newDirectory(repository, name);
        this.house = new House(
                Installation.of(repository),
                directory.resolve("home"),
                options.number("offset", 9_300),
                options.number("replicas", 1));
    }

    public House house() {
        return house;
    }

    public WarmUp warmUp() {
        return new WarmUp(house);
    }

    /** @param more settings beside those that a crowd needs */
    public List<Member> open(Map<String, String> more) throws IOException, InterruptedException {
        Map<String, String> settings = new TreeMap<>(Settings.forACrowd());
        // A row takes its time until the compiler is done with it.
        settings.put("identity.abonent.tokens.access-lifetime", "10m");
        settings.putAll(more);
        settings.putAll(options.set());
        house.upToSpeed(settings);
        return crowd();
    }

    private List<Member> crowd() throws IOException, InterruptedException {
        try (WitnessJournal journal = WitnessJournal.create(directory.resolve("witness.jsonl"))) {
            Crowd crowd =
                    new Crowd(house, new Attempts(), journal, options.number("seed", 1), MEMBERS, CROWD_PER_SECOND);
            crowd.open();
            warmUp(crowd);
            crowd.close();
            List<Member> members = crowd.members(MEMBERS);
            if (members.size() < MEMBERS) {
                throw new IllegalStateException("only " + members.size() + " of " + MEMBERS + " customers are in");
            }
            return members;
        }
    }

    /** On a busy machine customers need longer to come in. */
    private static void warmUp(Crowd crowd) throws InterruptedException {
        long latest = System.nanoTime() + WARM_UP_AT_MOST.toNanos();
        Thread.sleep(WARM_UP);
        while (crowd.inside() < MEMBERS && System.nanoTime() < latest) {
            Thread.sleep(LOOK_MS);
        }
    }

    /** @param notes what the lines do not say */
    public void keep(List<Line> lines, String... notes) throws IOException {
        StringBuilder table = new StringBuilder("""
                | | What | measured | limit | ratio | aim | holds |
                |---|---|---|---|---|---|---|
                """);
        lines.forEach(line -> table.append(line).append('\n'));
        for (String note : notes) {
            table.append('\n').append(note).append('\n');
        }
        table.append('\n')
                .append(Instant.now())
                .append(", ")
                .append(Machine.now())
                .append(".\n");
        Files.writeString(directory.resolve("summary.md"), table);
        log.info("\n{}\n{}", table, directory);
    }

    public void leave() throws IOException, InterruptedException {
        if (!options.keep()) {
            house.deleteWhenDown();
        }
        house.down();
    }
}
