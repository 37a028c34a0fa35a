package io.abonent.bench.speed;

import io.abonent.bench.run.Options;
import io.abonent.bench.witness.Member;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rows of the design's table of speed, each beside its limit. */
public final class SpeedRun {

    private static final Logger log = LoggerFactory.getLogger(SpeedRun.class);

    /** Two replicas, one of which relays; in other rows the second would only share the processors. */
    private static final String WAKING = "waking";

    private final Options options;
    private final WarmHouse warm;

    public SpeedRun(Options options, Path repository) throws IOException {
        this.options = options;
        this.warm = new WarmHouse(options, repository, "speed");
    }

    public void run() throws IOException, InterruptedException, SQLException {
        Map<String, Row> all = rows();
        List<String> wanted = options.only(all.keySet());
        List<Line> lines = new ArrayList<>();
        try {
            Map<String, String> settings = new HashMap<>(HomePage.settings());
            if (wanted.contains(WAKING)) {
                settings.putAll(WakeUps.settings());
            }
            List<Member> members = warm.open(settings);
            Calls calls = new Calls(warm.house(), members, new Http());
            for (Map.Entry<String, Row> row : all.entrySet()) {
                if (wanted.contains(row.getKey())) {
                    // Tokens live for minutes.
                    calls.renew();
                    List<Line> measured = row.getValue().of(members, calls).measure();
                    measured.forEach(line -> log.info("{}", line));
                    lines.addAll(measured);
                }
            }
        } finally {
            warm.keep(lines);
            warm.leave();
        }
    }

    /** In a house that is warm; until then only its name is needed. */
    private interface Row {
        Rows of(List<Member> members, Calls calls);
    }

    private Map<String, Row> rows() {
        Sides sides = new Sides(
                warm.warmUp(), Duration.ofSeconds(options.number("seconds", 15)), options.number("rounds", 3));
        Duration all = sides.time().multipliedBy(sides.rounds());
        int workers = options.number("workers", 8);
        Map<String, Row> rows = new LinkedHashMap<>();
        rows.put("home", (members, calls) -> new HomePage(warm.house(), withMostAccounts(members)));
        rows.put("reads", (members, calls) -> new Reads(calls, sides, workers));
        rows.put("commands", (members, calls) -> new Commands(calls, this::database, sides));
        rows.put(
                "latency",
                (members, calls) -> new EventLatency(calls, warm.house().brokerPort(), all));
        rows.put(
                "relay",
                (members, calls) -> new Relaying(calls, outbox(), warm.house().brokerPort(), sides));
        if (warm.house().replicas() > 1) {
            rows.put(WAKING, (members, calls) -> new WakeUps(warm.house(), calls, sides));
        }
        rows.put("sign-ins", (members, calls) -> new SignIns(calls, sides));
        rows.put("cost", (members, calls) -> new Costs(warm.house(), calls, visitors(members), sides));
        rows.put("volume", (members, calls) -> new Volume(calls, database("billing"), sides));
        return rows;
    }

    private Visitors visitors(List<Member> members) {
        return new Visitors(warm.house().gateway(), members, Duration.ofSeconds(20));
    }

    private Outbox outbox() {
        return new Outbox(database("identity"));
    }

    private String database(String service) {
        return "jdbc:postgresql://localhost:" + warm.house().databasePort() + "/" + service + "?user=postgres";
    }

    private static Member withMostAccounts(List<Member> members) {
        return members.stream()
                .max(Comparator.comparingInt(member -> member.supplyAccounts().size()))
                .orElseThrow();
    }
}
