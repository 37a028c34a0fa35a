package io.abonent.bench.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SnapshotTests {

    private static final String TABLE = "table billing.payment";

    private static Snapshot of(String... rows) {
        return new Snapshot(Map.of(TABLE, List.of(rows), "journal of sms", List.of("a message")));
    }

    @Test
    void doesNotCareInWhichOrderRowsCome() {
        assertThat(of("(1,POSTED)", "(2,PAID)")).isEqualTo(of("(2,PAID)", "(1,POSTED)"));
        assertThat(of("(1,POSTED)", "(2,PAID)").changesUntil(of("(2,PAID)", "(1,POSTED)")))
                .isEmpty();
        assertThat(of("(1,POSTED)", "(2,PAID)").hashes())
                .isEqualTo(of("(2,PAID)", "(1,POSTED)").hashes());
    }

    @Test
    void namesTheTableAndTheRowThatChanged() {
        Snapshot before = of("(1,POSTED)", "(2,PAID)");
        Snapshot after = of("(1,POSTED)", "(2,POSTED)");
        assertThat(before.changesUntil(after))
                .singleElement()
                .asString()
                .contains(TABLE, "(2,PAID)", "(2,POSTED)")
                .doesNotContain("(1,POSTED)");
        assertThat(before.hashes()).isNotEqualTo(after.hashes());
    }

    @Test
    void findsARowThatIsThereTwiceNow() {
        assertThat(of("a", "b").changesUntil(of("a", "b", "b")))
                .singleElement()
                .asString()
                .contains("0 gone", "1 come [b]");
    }

    @Test
    void findsATableThatIsGone() {
        assertThat(of("a").changesUntil(new Snapshot(Map.of("journal of sms", List.of("a message")))))
                .singleElement()
                .asString()
                .startsWith(TABLE);
    }

    @Test
    void showsAFewOfManyRowsAndLetsNoRowBeEndless() {
        String[] rows =
                IntStream.range(0, 50).mapToObj(row -> row + "x".repeat(10_000)).toArray(String[]::new);
        assertThat(of().changesUntil(of(rows)).getFirst()).contains("50 come").hasSizeLessThan(2_000);
    }
}
