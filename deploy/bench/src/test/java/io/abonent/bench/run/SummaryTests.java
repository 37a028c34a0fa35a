package io.abonent.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.abonent.bench.checker.Finding;
import io.abonent.bench.fault.Recovery;
import io.abonent.bench.history.Kind;
import io.abonent.bench.history.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTests {

    private static Evidence evidence(List<Finding> findings, List<String> never) {
        return new Evidence(
                "kills",
                7,
                "2026-11-26T10:00:00Z",
                60,
                "2 cores",
                List.of(),
                Map.of(Kind.PAY, Map.of(Verdict.OK, 10, Verdict.UNKNOWN, 1)),
                Map.of("KILL billing", 2, "KILL account", 1, "FREEZE account", 1),
                Map.of("billing 201", 10L, "billing 503 TEMPORARILY_UNAVAILABLE", 2L),
                List.of(
                        new Recovery(Recovery.SERVICE_READY, "billing", 4.0),
                        new Recovery(Recovery.SERVICE_READY, "account", 6.0)),
                never,
                12,
                0,
                3,
                findings);
    }

    @Test
    void aRunIsGoodOnlyIfNothingWasFoundAndEverythingCameBack() {
        assertThat(evidence(List.of(), List.of()).good()).isTrue();
        assertThat(evidence(List.of(new Finding(Finding.Fault.LOST, "a payment")), List.of())
                        .good())
                .isFalse();
        assertThat(evidence(List.of(), List.of("billing")).good()).isFalse();
    }

    @Test
    void countsMishapsByKindAndEffectsByOutcome() {
        Evidence evidence = evidence(List.of(), List.of());
        assertThat(evidence.mishaps("KILL")).isEqualTo(3);
        assertThat(evidence.total(Verdict.OK)).isEqualTo(10);
    }

    @Test
    void tellsFindingsAndTimes() {
        String summary = Summary.of(evidence(List.of(new Finding(Finding.Fault.LOST, "a payment")), List.of()));
        assertThat(summary)
                .contains("| pay | 10 | 0 | 1 |")
                .contains("| killed service ready again | 2 | 4.0 | 6.0 | 6.0 |")
                .contains("2 × billing 503")
                .contains("LOST a payment")
                .contains("BAD");
    }

    @Test
    void takesTheNearestRankAsPercentile() {
        assertThat(Summary.percentile(List.of(1.0, 2.0, 3.0, 4.0), 0.5)).isEqualTo(2.0);
        assertThat(Summary.percentile(List.of(1.0, 2.0, 3.0, 4.0), 0.95)).isEqualTo(4.0);
    }

    @Test
    void refusesOptionsThatItDoesNotKnow() {
        assertThat(Options.parse(List.of("--kills", "3")).number("kills", 1)).isEqualTo(3);
        assertThatThrownBy(() -> Options.parse(List.of("--lenient", "yes")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Options.parse(List.of("--kills"))).isInstanceOf(IllegalArgumentException.class);
    }
}
