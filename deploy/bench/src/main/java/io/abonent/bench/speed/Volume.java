package io.abonent.bench.speed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** G13: what people wait for in a small database and in one of a million accounts ({@code volume.sql}). */
final class Volume implements Rows {

    private static final int PER_SECOND = 100;
    private static final double AIM = 1.3;

    private final Calls calls;
    private final String url;
    private final Sides sides;

    Volume(Calls calls, String url, Sides sides) {
        this.calls = calls;
        this.url = url;
        this.sides = sides;
    }

    @Override
    public List<Line> measure() throws IOException, InterruptedException, SQLException {
        Map<String, Shot> shots = new LinkedHashMap<>();
        shots.put("balance", calls::balance);
        shots.put("all accounts of a person", calls::accounts);
        shots.put("payments of a person", calls::payments);
        shots.put("quote", calls::quote);
        for (Shot shot : shots.values()) {
            steady(shot);
        }
        Map<String, Latencies> few = latencies(shots);
        fill();
        latencies(shots);
        Map<String, Latencies> many = latencies(shots);
        List<Line> lines = new ArrayList<>();
        shots.keySet()
                .forEach(name -> lines.add(line(
                        name,
                        Objects.requireNonNull(many.get(name)).quantile(0.95),
                        Objects.requireNonNull(few.get(name)).quantile(0.95))));
        return lines;
    }

    private static Line line(String name, double many, double few) {
        return new Line(
                "G13",
                name + ", p95 at " + PER_SECOND + "/s: 1,000,000 accounts / as many as the crowd has",
                String.format(Locale.ROOT, "%.1f ms", many),
                String.format(Locale.ROOT, "%.1f ms", few),
                String.format(Locale.ROOT, "%.2f", many / few),
                "≤ " + AIM,
                many / few <= AIM);
    }

    private Map<String, Latencies> latencies(Map<String, Shot> shots) throws IOException, InterruptedException {
        calls.renew();
        Map<String, Latencies> found = new LinkedHashMap<>();
        for (Map.Entry<String, Shot> shot : shots.entrySet()) {
            found.put(shot.getKey(), steady(shot.getValue()));
        }
        return found;
    }

    private Latencies steady(Shot shot) throws IOException, InterruptedException {
        return new Steady(calls.members(), PER_SECOND, sides.time()).of(shot);
    }

    private void fill() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(script());
            // Its pages are on the disk before anything is measured.
            statement.execute("checkpoint");
        }
    }

    private static String script() {
        try (InputStream script = Objects.requireNonNull(Volume.class.getResourceAsStream("volume.sql"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
