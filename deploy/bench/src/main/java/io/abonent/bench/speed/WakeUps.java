package io.abonent.bench.speed;

import io.abonent.bench.house.House;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * G4: what waking the relay costs commands, beside a relay that only looks every 20 ms. Of two replicas one relays: commands
 * that it does itself wake it, commands of the other are found when it looks.
 */
final class WakeUps implements Rows {

    private static final List<Integer> WRITERS = List.of(8, 32);
    private static final double AIM = 0.95;
    private static final String IDENTITY = "identity";
    private static final Pattern LEADER = Pattern.compile("(?m)^abonent_outbox_leader(?:\\{.*})? 1\\.0$");

    private final House house;
    private final Calls calls;
    private final Sides sides;

    WakeUps(House house, Calls calls, Sides sides) {
        this.house = house;
        this.calls = calls;
        this.sides = sides;
    }

    static Map<String, String> settings() {
        return Map.of(IDENTITY + ".abonent.outbox.poll", "20ms");
    }

    @Override
    public List<Line> measure() throws IOException, InterruptedException, SQLException {
        List<String> addresses = house.addresses(IDENTITY);
        int leader = leader(addresses.size());
        Calls waking = calls.of(addresses.get(leader));
        Calls looking = calls.of(addresses.get((leader + 1) % addresses.size()));
        List<Line> lines = new ArrayList<>();
        for (int writers : WRITERS) {
            Sides.Medians medians = sides.compare(
                    sides.turn(calls, writers, waking::rename), sides.turn(calls, writers, looking::rename));
            lines.add(Line.ratio(
                    "G4",
                    "changed profiles, %d at a time, waking the relay / found by one that looks every 20 ms"
                            .formatted(writers),
                    medians,
                    "/s",
                    AIM));
        }
        if (leader(addresses.size()) != leader) {
            throw new IOException("the relay moved to the other replica meanwhile");
        }
        return lines;
    }

    private int leader(int replicas) throws IOException, InterruptedException {
        for (int replica = 0; replica < replicas; replica++) {
            String process = replica == 0 ? IDENTITY : IDENTITY + "-" + (replica + 1);
            String metrics = Http.expect(200, new Http().get(house.management(process) + "/actuator/prometheus"))
                    .body();
            if (LEADER.matcher(metrics).find()) {
                return replica;
            }
        }
        throw new IOException("no replica of identity-service relays");
    }
}
