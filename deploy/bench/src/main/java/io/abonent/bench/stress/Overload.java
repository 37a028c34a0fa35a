package io.abonent.bench.stress;

import io.abonent.bench.speed.Calls;
import io.abonent.bench.speed.Line;
import io.abonent.bench.speed.Rate;
import io.abonent.bench.speed.Shot;
import io.abonent.bench.speed.WarmUp;
import io.abonent.bench.stress.Fate.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One kind of request: the most that can be done, five times of that asked for, and the most again when it is over. What
 * the load generator takes of its own processor is told beside what the house does.
 */
final class Overload {

    private static final Logger log = LoggerFactory.getLogger(Overload.class);
    private static final int TIMES = 5;
    private static final double GOODPUT_AIM = 0.90;
    private static final double REFUSED_P99_MS = 50;
    private static final double SENT_AIM = 0.95;
    private static final List<Integer> AT_ONCE = List.of(8, 16, 32);

    private final WarmUp warmUp;
    private final String name;
    private final Calls calls;
    private final Shot shot;
    private final Duration time;
    private final Duration deadline;

    Overload(WarmUp warmUp, String name, Calls calls, Shot shot, Duration time, Duration deadline) {
        this.warmUp = warmUp;
        this.name = name;
        this.calls = calls;
        this.shot = shot;
        this.time = time;
        this.deadline = deadline;
    }

    void warmUp() throws IOException, InterruptedException {
        warmUp.with(this::peak);
    }

    /** @param lines what was measured; the rest comes back as a note */
    String measure(List<Line> lines) throws IOException, InterruptedException {
        warmUp();
        Cores calm = new Cores();
        double peak = peak();
        double coresAtPeak = calm.used();
        calls.renew();
        log.info("{}: {}/s at the peak, {} times of it offered for {} s", name, peak, TIMES, time.toSeconds());
        Cores busy = new Cores();
        Fates fates = new OpenLoop(calls.members(), TIMES * peak, time, deadline).offer(shot);
        double coresBusy = busy.used();
        lines.addAll(lines(fates, peak));
        // What has been let in is done or given up, and everybody has gone home.
        Thread.sleep(time.compareTo(Duration.ofMinutes(1)) < 0 ? time : Duration.ofMinutes(1));
        lines.add(Line.ratio("overload", name + ": peak a minute after / before", peak(), peak, "/s", GOODPUT_AIM));
        return note(fates, peak, coresAtPeak, coresBusy);
    }

    private double peak() throws IOException, InterruptedException {
        calls.renew();
        Duration each =
                time.dividedBy(12).compareTo(Duration.ofSeconds(3)) < 0 ? Duration.ofSeconds(3) : time.dividedBy(12);
        double most = 0;
        for (int atOnce : AT_ONCE) {
            most = Math.max(most, Rate.of(atOnce, each, shot).perSecond());
        }
        return most;
    }

    private List<Line> lines(Fates fates, double peak) {
        double p99 = fates.quantile(Kind.REFUSED, 0.99);
        long wrong = fates.count(Kind.FAILED) + fates.count(Kind.SENT_AWAY);
        return List.of(
                Line.ratio(
                        "overload",
                        "%s: answered within %d s with %.0f/s offered / at the peak"
                                .formatted(name, deadline.toSeconds(), fates.offeredPerSecond()),
                        fates.perSecond(Kind.GOOD),
                        peak,
                        "/s",
                        GOODPUT_AIM),
                new Line(
                        "overload",
                        "%s: %d refused, with the time to come back, from sending"
                                .formatted(name, fates.count(Kind.REFUSED)),
                        String.format(Locale.ROOT, "p50 %.0f ms, p99 %.0f ms", fates.quantile(Kind.REFUSED, 0.50), p99),
                        "",
                        "",
                        String.format(Locale.ROOT, "p99 ≤ %.0f ms", REFUSED_P99_MS),
                        p99 <= REFUSED_P99_MS),
                new Line(
                        "overload",
                        name + ": answered otherwise, or refused without a time to come back",
                        Long.toString(wrong),
                        "",
                        "",
                        "0",
                        wrong == 0));
    }

    private String note(Fates fates, double peak, double coresAtPeak, double coresBusy) {
        String note = String.format(
                Locale.ROOT,
                "%s: good %d (p50 %.0f ms, p99 %.0f ms), late %d, refused %d, sent away without a time %d, failed %d (%s), not sent %d;"
                        + " the load generator took %.2f cores at the peak and %.2f under overload.",
                name,
                fates.count(Kind.GOOD),
                fates.quantile(Kind.GOOD, 0.50),
                fates.quantile(Kind.GOOD, 0.99),
                fates.count(Kind.LATE),
                fates.count(Kind.REFUSED),
                fates.count(Kind.SENT_AWAY),
                fates.count(Kind.FAILED),
                fates.failures(),
                fates.count(Kind.NOT_SENT),
                coresAtPeak,
                coresBusy);
        double share = fates.offeredPerSecond() / (TIMES * peak);
        return share >= SENT_AIM
                ? note
                : note
                        + String.format(
                                Locale.ROOT,
                                " It could not do its part: only %.0f %% of what was due was sent in time.",
                                100 * share);
    }
}
