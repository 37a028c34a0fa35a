package io.abonent.bench.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** All requests of a run, for those who ask how the house felt from outside. */
public final class Attempts {

    private final List<Attempt> all = new ArrayList<>();

    synchronized void add(Attempt attempt) {
        all.add(attempt);
    }

    public synchronized List<Attempt> between(long fromNanos, long toNanos) {
        return all.stream()
                .filter(attempt -> attempt.startedNanos() >= fromNanos && attempt.startedNanos() < toNanos)
                .toList();
    }

    /** When the first request that started after this moment had succeeded. */
    public synchronized OptionalLong firstSuccessAfter(long nanos) {
        return all.stream()
                .filter(attempt -> attempt.startedNanos() >= nanos && attempt.ok())
                .mapToLong(Attempt::endedNanos)
                .min();
    }

    /** How many requests were answered how: {@code 201}, {@code 503}, {@code no answer: …}. */
    public synchronized Map<String, Long> byAnswer() {
        Map<String, Long> counts = new TreeMap<>();
        for (Attempt attempt : all) {
            String label = attempt.status() == 0
                    ? "no answer"
                    : attempt.status() + (attempt.ok() ? "" : " " + attempt.detail());
            counts.merge(attempt.service() + " " + label, 1L, Long::sum);
        }
        return counts;
    }
}
