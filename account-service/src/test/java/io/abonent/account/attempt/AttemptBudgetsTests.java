package io.abonent.account.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.platform.testkit.PostgresServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class AttemptBudgetsTests {

    private static final AttemptLimit FIVE_A_DAY = new AttemptLimit(5, Duration.ofDays(1));

    private static final JdbcClient JDBC = database();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-02T09:00:00Z"));
    private final AttemptBudgets budgets = new AttemptBudgets(JDBC, clock);
    private final UUID subject = UUID.randomUUID();

    @Test
    void countsDownAndThenRefuses() {
        for (int left = 4; left >= 0; left--) {
            assertThat(take(AttemptKind.LINKING_HOUR)).isEqualTo(new Attempt.Allowed(left));
        }

        clock.advance(Duration.ofHours(20));
        assertThat(take(AttemptKind.LINKING_HOUR)).isEqualTo(new Attempt.Exhausted(Duration.ofHours(4)));
        clock.advance(Duration.ofHours(4));
        assertThat(take(AttemptKind.LINKING_HOUR)).isEqualTo(new Attempt.Allowed(4));
    }

    @Test
    @DisplayName("F-71: for secrets only a whole day without a guess clears the count")
    void guessesProlongTheWait() {
        for (int i = 0; i < 5; i++) {
            assertThat(take(AttemptKind.ACCESS_OF_LINK)).isInstanceOf(Attempt.Allowed.class);
            clock.advance(Duration.ofHours(23));
        }

        assertThat(take(AttemptKind.ACCESS_OF_LINK)).isEqualTo(new Attempt.Exhausted(Duration.ofHours(1)));
        assertThat(take(AttemptKind.ACCESS_OF_LINK)).isInstanceOf(Attempt.Exhausted.class);
        clock.advance(Duration.ofHours(1));
        assertThat(take(AttemptKind.ACCESS_OF_LINK)).isEqualTo(new Attempt.Allowed(4));
    }

    @Test
    void givesBackWhatWasNoGuess() {
        take(AttemptKind.ACCESS_OF_LINK);
        budgets.giveBack(AttemptKind.ACCESS_OF_LINK, subject);
        budgets.giveBack(AttemptKind.ACCESS_OF_LINK, subject);

        assertThat(take(AttemptKind.ACCESS_OF_LINK)).isEqualTo(new Attempt.Allowed(4));
    }

    @Test
    void lookingCostsNothing() {
        take(AttemptKind.LINKING_MISSES_OF_SUPPLIER);

        for (int i = 0; i < 10; i++) {
            assertThat(budgets.look(AttemptKind.LINKING_MISSES_OF_SUPPLIER, subject, FIVE_A_DAY))
                    .isEqualTo(new Attempt.Allowed(4));
        }
    }

    @Test
    void budgetsOfDifferentKindsAndSubjectsAreApart() {
        for (int i = 0; i < 5; i++) {
            take(AttemptKind.LINKING_HOUR);
        }

        assertThat(take(AttemptKind.LINKING_DAY)).isEqualTo(new Attempt.Allowed(4));
        assertThat(budgets.take(AttemptKind.LINKING_HOUR, UUID.randomUUID(), FIVE_A_DAY))
                .isEqualTo(new Attempt.Allowed(4));
    }

    @Test
    @DisplayName("F-66, F-71: a hundred at once are counted as a hundred")
    void countsConcurrentAttemptsExactly() throws Exception {
        int parallel = 50;
        CyclicBarrier barrier = new CyclicBarrier(parallel);
        Callable<Attempt> attempt = () -> {
            barrier.await();
            return take(AttemptKind.ACCESS_OF_LINK);
        };

        try (ExecutorService pool = Executors.newFixedThreadPool(parallel)) {
            List<Future<Attempt>> results = pool.invokeAll(
                    IntStream.range(0, parallel).mapToObj(i -> attempt).toList());
            long allowed = results.stream()
                    .filter(result -> result.resultNow() instanceof Attempt.Allowed)
                    .count();
            assertThat(allowed).isEqualTo(5);
        }
    }

    @Test
    void forgetsWhatIsLongOver() {
        take(AttemptKind.LINKING_HOUR);
        clock.advance(Duration.ofDays(3));

        assertThat(budgets.forgetEnded(Duration.ofDays(1))).isPositive();
        assertThat(budgets.forgetEnded(Duration.ofDays(1))).isZero();
    }

    private static JdbcClient database() {
        PostgresServer server = PostgresServer.get();
        DriverManagerDataSource source =
                new DriverManagerDataSource(server.freshDatabase(), server.user(), server.password());
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return JdbcClient.create(source);
    }

    private Attempt take(AttemptKind kind) {
        return budgets.take(kind, subject, FIVE_A_DAY);
    }

    private static final class SettableClock extends Clock {

        private Instant now;

        SettableClock(Instant now) {
            this.now = now;
        }

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
