package io.abonent.bench.speed;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A thing and its limit, taking turns, so that whatever else the machine does hits both; medians. */
record Sides(WarmUp warmUp, Duration time, int rounds) {

    record Medians(double measured, double limit) {}

    /** What is measured in one turn. */
    interface Turn extends WarmUp.Turn<SQLException> {}

    Medians compare(Calls calls, int workers, Shot measured, Shot limit)
            throws IOException, InterruptedException, SQLException {
        return compare(turn(calls, workers, measured), turn(calls, workers, limit));
    }

    Medians compare(Turn measured, Turn limit) throws IOException, InterruptedException, SQLException {
        warmUp.with(limit);
        warmUp.with(measured);
        List<Double> ours = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            limits.add(limit.perSecond());
            ours.add(measured.perSecond());
        }
        return new Medians(median(ours), median(limits));
    }

    /** By people whose tokens would not live through all turns. */
    Turn turn(Calls calls, int workers, Shot shot) {
        Turn turn = turn(workers, shot);
        return () -> {
            calls.renew();
            return turn.perSecond();
        };
    }

    Turn turn(int workers, Shot shot) {
        return () -> Rate.of(workers, time, shot).perSecond();
    }

    static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
