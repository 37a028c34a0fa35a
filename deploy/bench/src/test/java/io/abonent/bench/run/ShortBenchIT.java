package io.abonent.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.bench.history.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The whole house is killed, cut and restarted under load, and nothing that was acknowledged is lost or doubled (F-01, F-06,
 * F-07, F-10, F-11, F-16, F-17). How long anything takes is told in the evidence and judged on a quiet machine.
 */
class ShortBenchIT {

    private static final int KILLS = 20;
    private static final int EFFECTS = 2_000;

    @Test
    void losesAndDoublesNothing() throws Exception {
        Options options = Options.parse(List.of(
                "--kills", Integer.toString(KILLS), "--effects", Integer.toString(EFFECTS), "--offset", "11300"));
        Evidence evidence = new BenchRun(Scenario.SHORT, options, repository()).run();

        assertThat(evidence.findings()).isEmpty();
        assertThat(evidence.never()).isEmpty();
        assertThat(evidence.total(Verdict.OK)).isGreaterThanOrEqualTo(EFFECTS);
        assertThat(evidence.mishaps("KILL")).isGreaterThanOrEqualTo(KILLS);
        assertThat(evidence.mishaps()).containsKeys("KILL postgres", "AWAY kafka", "TERM billing");
        assertThat(evidence.ledgerLooks()).isPositive();
    }

    private static Path repository() throws Exception {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("abonent"))) {
            directory = Objects.requireNonNull(directory.getParent(), "no ./abonent above");
        }
        return directory.toRealPath();
    }
}
