package io.abonent.bench.run;

import io.abonent.bench.checker.Finding;
import io.abonent.bench.fault.Recovery;
import io.abonent.bench.history.Kind;
import io.abonent.bench.history.Verdict;
import java.util.List;
import java.util.Map;

/**
 * Everything a run found out, as it is kept.
 *
 * @param outcomes commands by kind and verdict
 * @param mishaps how often what was done to whom
 * @param answers requests by service and answer
 * @param never what did not come back in time
 * @param ledgerLooks how often the ledger was found balanced or not while running
 * @param repeatedMessages short messages that came twice
 * @param repeatedEvents records of topics with a {@code ce_id} that was there before
 */
public record Evidence(
        String run,
        long seed,
        String startedAt,
        double loadSeconds,
        String machine,
        List<String> schedule,
        Map<Kind, Map<Verdict, Integer>> outcomes,
        Map<String, Integer> mishaps,
        Map<String, Long> answers,
        List<Recovery> recoveries,
        List<String> never,
        int ledgerLooks,
        long repeatedMessages,
        long repeatedEvents,
        List<Finding> findings) {

    /** A run is good when nothing was found and everything came back. */
    public boolean good() {
        return findings.isEmpty() && never.isEmpty();
    }

    long count(Finding.Fault fault) {
        return findings.stream().filter(finding -> finding.fault() == fault).count();
    }

    public long total(Verdict verdict) {
        return outcomes.values().stream()
                .mapToLong(verdicts -> verdicts.getOrDefault(verdict, 0))
                .sum();
    }

    public long mishaps(String kind) {
        return mishaps.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(kind + " "))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
