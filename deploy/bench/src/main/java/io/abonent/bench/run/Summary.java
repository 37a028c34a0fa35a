package io.abonent.bench.run;

import io.abonent.bench.checker.Finding;
import io.abonent.bench.fault.Recovery;
import io.abonent.bench.history.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Evidence as a person reads it. */
public final class Summary {

    private static final int FINDINGS_SHOWN = 30;

    private Summary() {}

    static String of(Evidence evidence) {
        List<String> lines = new ArrayList<>();
        lines.add("%s, seed %d, %.0f s of load on %s"
                .formatted(evidence.run(), evidence.seed(), evidence.loadSeconds(), evidence.machine()));
        lines.add("");
        lines.add("| effect | ok | refused | unknown |");
        lines.add("|---|---|---|---|");
        evidence.outcomes()
                .forEach((kind, verdicts) -> lines.add("| %s | %d | %d | %d |"
                        .formatted(
                                kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                verdicts.getOrDefault(Verdict.OK, 0),
                                verdicts.getOrDefault(Verdict.REFUSED, 0),
                                verdicts.getOrDefault(Verdict.UNKNOWN, 0))));
        lines.add("| **all** | %d | %d | %d |"
                .formatted(
                        evidence.total(Verdict.OK), evidence.total(Verdict.REFUSED), evidence.total(Verdict.UNKNOWN)));
        lines.add("");
        lines.add("| mishap | times |");
        lines.add("|---|---|");
        evidence.mishaps().forEach((what, times) -> lines.add("| %s | %d |".formatted(what, times)));
        lines.add("");
        lines.addAll(recoveries(evidence));
        lines.add("");
        lines.addAll(verdict(evidence));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> recoveries(Evidence evidence) {
        List<String> lines = new ArrayList<>();
        lines.add("| way back, seconds | n | p50 | p95 | max |");
        lines.add("|---|---|---|---|---|");
        Map<String, List<Double>> byWhat = evidence.recoveries().stream()
                .collect(Collectors.groupingBy(
                        Recovery::what, TreeMap::new, Collectors.mapping(Recovery::seconds, Collectors.toList())));
        byWhat.forEach((what, times) -> {
            List<Double> sorted = times.stream().sorted().toList();
            lines.add("| %s | %d | %.1f | %.1f | %.1f |"
                    .formatted(
                            what, sorted.size(), percentile(sorted, 0.50), percentile(sorted, 0.95), sorted.getLast()));
        });
        return lines;
    }

    /** Nearest rank. */
    public static double percentile(List<Double> sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }

    private static List<String> verdict(Evidence evidence) {
        List<String> lines = new ArrayList<>();
        lines.add("requests that found nobody or an ill house: " + failedAnswers(evidence));
        lines.add("ledger looked at %d times while running; events sent twice %d, messages sent twice %d"
                .formatted(evidence.ledgerLooks(), evidence.repeatedEvents(), evidence.repeatedMessages()));
        for (Finding.Fault fault : Finding.Fault.values()) {
            lines.add("%-13s %d".formatted(fault.name().toLowerCase(Locale.ROOT), evidence.count(fault)));
        }
        evidence.never().forEach(victim -> lines.add("did not come back in time: " + victim));
        evidence.findings().stream()
                .limit(FINDINGS_SHOWN)
                .forEach(finding -> lines.add("  " + finding.fault() + " " + finding.what()));
        lines.add(evidence.good() ? "GOOD: nothing lost, nothing doubled" : "BAD: see the findings");
        return lines;
    }

    private static String failedAnswers(Evidence evidence) {
        String failed = evidence.answers().entrySet().stream()
                .filter(entry ->
                        entry.getKey().contains("no answer") || entry.getKey().contains(" 5"))
                .map(entry -> entry.getValue() + " × " + entry.getKey())
                .collect(Collectors.joining(", "));
        return failed.isEmpty() ? "none" : failed;
    }
}
