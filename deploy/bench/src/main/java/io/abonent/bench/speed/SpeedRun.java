package io.abonent.bench.speed;

import io.abonent.bench.run.Options;
import io.abonent.bench.witness.Member;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rows of the design's table of speed, each beside its limit. */
public final class SpeedRun {

    private static final Logger log = LoggerFactory.getLogger(SpeedRun.class);

    private final Options options;
    private final WarmHouse warm;

    public SpeedRun(Options options, Path repository) throws IOException {
        this.options = options;
        this.warm = new WarmHouse(options, repository, "speed");
    }

    public void run() throws IOException, InterruptedException, SQLException {
        List<Line> lines = new ArrayList<>();
        try {
            Map<String, Rows> all = rows(warm.open(HomePage.settings()));
            List<String> wanted = options.only(all.keySet());
            for (Map.Entry<String, Rows> rows : all.entrySet()) {
                if (wanted.contains(rows.getKey())) {
                    List<Line> measured = rows.getValue().measure();
                    measured.forEach(line -> log.info("{}", line));
                    lines.addAll(measured);
                }
            }
        } finally {
            warm.keep(lines);
            warm.leave();
        }
    }

    private Map<String, Rows> rows(List<Member> members) {
        Calls calls = new Calls(warm.house(), members, new Http());
        Sides sides = new Sides(Duration.ofSeconds(options.number("seconds", 15)), options.number("rounds", 3));
        String identity = database("identity");
        Map<String, Rows> rows = new LinkedHashMap<>();
        rows.put("home", new HomePage(warm.house(), withMostAccounts(members)));
        rows.put("reads", new Reads(calls, sides, options.number("workers", 8)));
        rows.put("commands", new Commands(calls, this::database, sides));
        rows.put(
                "latency",
                new EventLatency(calls, warm.house().brokerPort(), sides.time().multipliedBy(sides.rounds())));
        rows.put("relay", new Relaying(calls, new Outbox(identity), warm.house().brokerPort(), sides));
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
        return "jdbc:postgresql://localhost:" + warm.house().databasePort() + "/" + service + "?user=postgres";
    }

    private static Member withMostAccounts(List<Member> members) {
        return members.stream()
                .max(Comparator.comparingInt(member -> member.supplyAccounts().size()))
                .orElseThrow();
    }
}
