package io.abonent.bench.stress;

import static io.abonent.bench.stress.Fate.Kind.FAILED;
import static io.abonent.bench.stress.Fate.Kind.GOOD;
import static io.abonent.bench.stress.Fate.Kind.LATE;
import static io.abonent.bench.stress.Fate.Kind.NOT_SENT;
import static io.abonent.bench.stress.Fate.Kind.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FatesTests {

    private static final Duration DEADLINE = Duration.ofSeconds(5);

    @Test
    void countsOnlyWhatCameInTime() {
        assertThat(Fate.of(null, Duration.ofMillis(4_999), DEADLINE)).isEqualTo(new Fate(GOOD, 4_999, ""));
        assertThat(Fate.of(null, Duration.ofMillis(5_001), DEADLINE).kind())
                .as("right, and too late for anybody")
                .isEqualTo(LATE);
        assertThat(Fate.of(new HttpTimeoutException("nobody waits"), DEADLINE, DEADLINE)
                        .kind())
                .isEqualTo(LATE);
        assertThat(Fate.of(new IOException("reset"), Duration.ofMillis(1), DEADLINE)
                        .kind())
                .isEqualTo(FAILED);
    }

    @Test
    void tellsRatesByTheTimeInWhichTheyWereAskedFor() {
        List<Fate> all = new ArrayList<>();
        for (int one = 1; one <= 100; one++) {
            all.add(new Fate(one % 5 == 0 ? GOOD : REFUSED, one, ""));
        }
        all.add(new Fate(NOT_SENT, 0, ""));
        Fates fates = new Fates(all, 120, 10);

        assertThat(fates.perSecond(GOOD)).isEqualTo(2);
        assertThat(fates.offeredPerSecond()).as("also what is not answered yet").isEqualTo(12);
        assertThat(fates.quantile(GOOD, 0.50)).isEqualTo(50);
        assertThat(fates.quantile(GOOD, 0.99)).isEqualTo(100);
        assertThat(fates.quantile(LATE, 0.99)).isNaN();
    }

    @Test
    void asksWhenItIsDueAndNotWhenTheLastOneIsAnswered() throws Exception {
        Fates fates = new OpenLoop(4, 50, Duration.ofSeconds(1), Duration.ofMillis(200))
                .offer(who -> Thread.sleep(who == 0 ? 400 : 0));

        assertThat(fates.sent()).isEqualTo(50);
        assertThat(fates.seconds()).as("none has waited for another").isBetween(0.9, 3.0);
        assertThat(fates.count(GOOD)).isGreaterThan(20);
        assertThat(fates.count(LATE)).isPositive();
    }

    @Test
    void saysWhatFailedAndHowOften() {
        Fate reset = Fate.of(new IOException("reset"), Duration.ofMillis(1), DEADLINE);
        Fate refused = Fate.of(new ConnectException("refused"), Duration.ofMillis(2), DEADLINE);
        Fate good = Fate.of(null, Duration.ofMillis(3), DEADLINE);

        assertThat(new Fates(List.of(reset, refused, good, refused), 4, 1).failures())
                .isEqualTo("2 × java.net.ConnectException: refused, 1 × java.io.IOException: reset");
        assertThat(new Fates(List.of(good), 1, 1).failures()).isEmpty();
    }
}
