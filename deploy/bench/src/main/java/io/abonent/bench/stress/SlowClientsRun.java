package io.abonent.bench.stress;

import io.abonent.bench.house.House;
import io.abonent.bench.run.Options;
import io.abonent.bench.run.Summary;
import io.abonent.bench.speed.Calls;
import io.abonent.bench.speed.Line;
import io.abonent.bench.speed.Shot;
import io.abonent.bench.speed.WarmHouse;
import io.abonent.bench.stress.Fate.Kind;
import io.abonent.bench.stress.HeldConnections.Life;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** F-52: a thousand clients that take their time, and what ordinary requests to the same processes notice of them. */
public final class SlowClientsRun {

    private static final Logger log = LoggerFactory.getLogger(SlowClientsRun.class);
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final Duration ARRIVAL = Duration.ofSeconds(6);
    private static final double LIFE_AIM_SECONDS = 15;
    private static final double ORDINARY_AIM = 2;
    /** Beside what is ordinary on two busy cores a factor means nothing. */
    private static final double ORDINARY_MS = 50;

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Options options;
    private final WarmHouse warm;

    public SlowClientsRun(Options options, Path repository) throws IOException {
        this.options = options;
        this.warm = new WarmHouse(options, repository, "slow-clients");
    }

    /** @return whether every line holds */
    public boolean run() throws IOException, InterruptedException {
        List<Line> lines = new ArrayList<>();
        int most = 0;
        int clients = options.number("clients", 1_000);
        try {
            Calls calls = new Calls(warm.house(), warm.open(Map.of()), DEADLINE);
            calls.renew();
            ordinary(calls);
            Fates without = ordinary(calls);
            calls.renew();
            SlowCrowd slow = new SlowCrowd(targets(warm.house(), calls), clients);
            slow.come();
            Thread.sleep(ARRIVAL);
            most = slow.connections();
            log.info("{} of {} slow clients hold a connection", most, clients);
            Fates with = ordinary(calls);
            most = Math.max(most, slow.connections());
            List<Life> lives = slow.go();
            lines.addAll(ordinary(without, with));
            lines.addAll(lives(lives));
        } finally {
            warm.keep(
                    lines,
                    "%d slow clients, at most %d seen connected when counted; each comes again when it was closed."
                            .formatted(clients, most));
            warm.leave();
        }
        return lines.stream().allMatch(Line::holds);
    }

    /** A page, a profile and a balance in turn, at a steady rate. */
    private Fates ordinary(Calls calls) throws InterruptedException {
        Duration time = Duration.ofSeconds(options.number("seconds", 90));
        List<Shot> shots = List.of(calls::landing, calls::me, calls::balance);
        OpenLoop loop = new OpenLoop(calls.members() * shots.size(), options.number("rate", 30), time, DEADLINE);
        return loop.offer(turn -> shots.get(turn % shots.size()).fire(turn % calls.members()));
    }

    private static List<Target> targets(House house, Calls calls) throws IOException, InterruptedException {
        String token = "Authorization: " + calls.token(0);
        return List.of(
                new Target(
                        "gateway",
                        port(house.gateway()),
                        beginnings(
                                Target.endless("/"),
                                Target.post("POST", "/sign-in", FORM, "login="),
                                "",
                                Target.get(calls.largeFile()))),
                new Target(
                        "identity",
                        port(house.addresses("identity").getFirst()),
                        beginnings(
                                Target.endless("/api/v1/me"),
                                Target.post("POST", "/oauth2/token", FORM, "grant_type="),
                                Target.post("PATCH", "/api/v1/me", JSON, "{\"displayName\":\"", token),
                                "")),
                new Target(
                        "billing",
                        port(house.addresses("billing").getFirst()),
                        beginnings(
                                Target.endless("/api/v1/payments"),
                                Target.post("POST", "/api/v1/payment-quotes", JSON, "{\"parts\":"),
                                Target.post(
                                        "POST",
                                        "/api/v1/payment-quotes",
                                        JSON,
                                        "{\"parts\":",
                                        token,
                                        "Idempotency-Key: slow-client-0123456789"),
                                "")));
    }

    /** Empty: not at this one. */
    private static Map<SlowMode, String> beginnings(String headers, String stranger, String member, String answer) {
        Map<SlowMode, String> beginnings = new EnumMap<>(SlowMode.class);
        beginnings.put(SlowMode.HEADERS, headers);
        beginnings.put(SlowMode.BODY_OF_A_STRANGER, stranger);
        beginnings.put(SlowMode.BODY_OF_A_MEMBER, member);
        beginnings.put(SlowMode.ANSWER, answer);
        beginnings.values().removeIf(String::isEmpty);
        beginnings.put(SlowMode.SILENCE, "");
        return beginnings;
    }

    private static int port(String address) {
        return URI.create(address).getPort();
    }

    private static List<Line> ordinary(Fates without, Fates with) {
        double before = without.quantile(Kind.GOOD, 0.99);
        double during = with.quantile(Kind.GOOD, 0.99);
        long failed = with.all().size() - with.count(Kind.GOOD);
        return List.of(
                new Line(
                        "F-52",
                        "ordinary requests, %.0f/s, with slow clients / without".formatted(with.offeredPerSecond()),
                        millis(with),
                        millis(without),
                        String.format(Locale.ROOT, "%.2f", during / before),
                        String.format(Locale.ROOT, "p99 ≤ %.0f × or %.0f ms", ORDINARY_AIM, ORDINARY_MS),
                        during / before <= ORDINARY_AIM || during <= ORDINARY_MS),
                new Line(
                        "F-52",
                        "ordinary requests not answered as they should be",
                        "%d of %d".formatted(failed, with.all().size()),
                        Long.toString(without.all().size() - without.count(Kind.GOOD)),
                        "",
                        "0",
                        failed == 0));
    }

    private static String millis(Fates fates) {
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms",
                fates.quantile(Kind.GOOD, 0.50),
                fates.quantile(Kind.GOOD, 0.99));
    }

    private static List<Line> lives(List<Life> lives) {
        List<Line> lines = new ArrayList<>();
        for (String target :
                lives.stream().map(Life::target).distinct().sorted().toList()) {
            for (SlowMode mode : SlowMode.values()) {
                List<Life> some = lives.stream()
                        .filter(life -> life.target().equals(target) && life.mode() == mode)
                        .toList();
                if (!some.isEmpty()) {
                    lines.add(life(target + ": " + mode.words(), some));
                }
            }
        }
        return lines;
    }

    /** A connection that is still held has lived at least so long; a young one says nothing. */
    private static Line life(String what, List<Life> lives) {
        List<Double> known = lives.stream()
                .filter(life -> life.ended() || life.seconds() > LIFE_AIM_SECONDS)
                .map(Life::seconds)
                .sorted()
                .toList();
        long held = lives.stream()
                .filter(life -> !life.ended() && life.seconds() > LIFE_AIM_SECONDS)
                .count();
        double p99 = known.isEmpty() ? Double.NaN : Summary.percentile(known, 0.99);
        return new Line(
                "F-52",
                what + ", time until the process closes",
                String.format(
                        Locale.ROOT,
                        "p50 %.1f s, p99 %.1f s of %d%s",
                        known.isEmpty() ? Double.NaN : Summary.percentile(known, 0.50),
                        p99,
                        known.size(),
                        held == 0 ? "" : ", %d still held".formatted(held)),
                "",
                "",
                String.format(Locale.ROOT, "p99 ≤ %.0f s", LIFE_AIM_SECONDS),
                p99 <= LIFE_AIM_SECONDS);
    }
}
