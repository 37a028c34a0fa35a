package io.abonent.bench.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessJournalTests {

    @TempDir
    private Path directory;

    @Test
    void isReadAsItWasWrittenAndTheLastOutcomeCounts() throws Exception {
        Path file = directory.resolve("witness.jsonl");
        Command told = new Command("c1", "+79161234567", Kind.LINK, "s", "k", "h", Instant.EPOCH);
        Command untold = new Command("c2", "+79161234567", Kind.PAY, "q", "k2", "h", Instant.EPOCH);
        Outcome outcome = new Outcome("c1", Verdict.OK, 201, "", "link-1", 3, Instant.EPOCH);
        try (WitnessJournal journal = WitnessJournal.create(file)) {
            journal.asked(told);
            journal.asked(untold);
            journal.told(new Outcome("c1", Verdict.UNKNOWN, 0, "cut", "", 2, Instant.EPOCH));
            journal.told(outcome);
        }
        History history = WitnessJournal.read(file);
        assertThat(history.commands()).containsExactly(told, untold);
        assertThat(history.outcomes()).containsEntry("c1", outcome);
        assertThat(history.verdict(untold)).isEqualTo(Verdict.UNKNOWN);
        assertThat(history.acknowledged()).isEqualTo(1);
    }
}
