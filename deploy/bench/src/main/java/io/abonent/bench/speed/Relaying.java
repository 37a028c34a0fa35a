package io.abonent.bench.speed;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** What relaying costs the commands, and what commands cost with a million rows waiting; 32 writers, over HTTP. */
final class Relaying implements Rows {

    private static final int BACKLOG = 1_000_000;
    private static final String BACKLOG_TOPIC = "bench.backlog.v1";
    private static final int STEADY_PER_SECOND = 100;
    private static final double RELAY_AIM = 0.90;
    private static final double BACKLOG_AIM = 0.97;
    private static final double AFTERWARDS_AIM = 1.2;
    private static final double DRAIN_AIM = 10;

    private final Calls calls;
    private final Outbox outbox;
    private final String broker;
    private final Sides sides;

    Relaying(Calls calls, Outbox outbox, int brokerPort, Sides sides) {
        this.calls = calls;
        this.outbox = outbox;
        this.broker = "localhost:" + brokerPort;
        this.sides = sides;
    }

    @Override
    public List<Line> measure() throws IOException, InterruptedException, SQLException {
        List<Line> lines = new ArrayList<>();
        Sides.Medians relay = sides.compare(this::delivered, this::alone);
        lines.add(
                Line.ratio("G2", "commands with all their events delivered / without a relay", relay, "/s", RELAY_AIM));
        lines.addAll(backlog());
        return lines;
    }

    /** The time until the last event has left counts, too. */
    private double delivered() throws IOException, InterruptedException, SQLException {
        calls.renew();
        outbox.secondsUntilEmpty();
        Rate rate = commands();
        return rate.perSecondWith(outbox.secondsUntilEmpty());
    }

    private double alone() throws IOException, InterruptedException, SQLException {
        calls.renew();
        try (Connection _ = outbox.held()) {
            return commands().perSecond();
        }
    }

    private List<Line> backlog() throws IOException, InterruptedException, SQLException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(List.of(new NewTopic(BACKLOG_TOPIC, 12, (short) 1)));
        }
        outbox.secondsUntilEmpty();
        calls.renew();
        double before = afterwards();
        List<Double> empty = new ArrayList<>();
        List<Double> full = new ArrayList<>();
        double drain;
        try (Connection _ = outbox.held()) {
            rates(empty);
            outbox.fill(BACKLOG_TOPIC, BACKLOG);
            rates(full);
        }
        drain = BACKLOG / outbox.secondsUntilEmpty();
        calls.renew();
        double after = afterwards();
        try (Connection _ = outbox.held()) {
            rates(empty);
        }
        double commands = Sides.median(full);
        return List.of(
                Line.ratio(
                        "G6",
                        "commands with 1,000,000 rows waiting / with none (before and after)",
                        new Sides.Medians(commands, Sides.median(empty)),
                        "/s",
                        BACKLOG_AIM),
                new Line(
                        "G6",
                        "p99 of commands at %d/s after those rows have left / before".formatted(STEADY_PER_SECOND),
                        String.format(Locale.ROOT, "%.1f ms", after),
                        String.format(Locale.ROOT, "%.1f ms", before),
                        String.format(Locale.ROOT, "%.2f", after / before),
                        "≤ " + AFTERWARDS_AIM,
                        after / before <= AFTERWARDS_AIM),
                Line.ratio(
                        "G7",
                        "1,000,000 rows leaving / commands that make them",
                        new Sides.Medians(drain, commands),
                        "/s",
                        DRAIN_AIM));
    }

    private double afterwards() throws IOException, InterruptedException {
        return new Steady(calls.members(), STEADY_PER_SECOND, sides.time())
                .of(calls::rename)
                .quantile(0.99);
    }

    private void rates(List<Double> into) throws IOException, InterruptedException {
        for (int round = 0; round < sides.rounds(); round++) {
            calls.renew();
            into.add(commands().perSecond());
        }
    }

    private Rate commands() throws IOException, InterruptedException {
        return Rate.of(calls.members(), sides.time(), calls::rename);
    }
}
