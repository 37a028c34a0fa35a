package io.abonent.account.attempt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Attempts, counted before anybody looks at them, so that a hundred at the same moment count as a hundred and a killed
 * process forgets none. Each call is one statement and a transaction of its own: a rolled-back request stays counted.
 */
@Repository
public class AttemptBudgets {

    private final JdbcClient jdbc;
    private final Clock clock;

    AttemptBudgets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts one attempt, if the budget has one left. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Attempt take(AttemptKind kind, UUID subject, AttemptLimit limit) {
        Instant now = clock.instant();
        Optional<Integer> used = jdbc.sql("""
                        insert into attempt_budget as b (kind, subject, used, window_ends_at)
                        values (:kind, :subject, 1, :end)
                        on conflict (kind, subject) do update set
                            used = case when b.window_ends_at <= :now then 1 else b.used + 1 end,
                            window_ends_at = case
                                when b.window_ends_at <= :now or :prolongs then excluded.window_ends_at
                                else b.window_ends_at end
                        where b.window_ends_at <= :now or b.used < :attempts
                        returning used""")
                .param("kind", kind.name())
                .param("subject", subject)
                .param("end", utc(now.plus(limit.window())))
                .param("now", utc(now))
                .param("attempts", limit.attempts())
                .param("prolongs", kind.prolongs())
                .query(Integer.class)
                .optional();
        return used.isPresent()
                ? new Attempt.Allowed(limit.attempts() - used.get())
                : new Attempt.Exhausted(wait(kind, subject, now));
    }

    /** The attempt was no guess after all: it hit, or nobody looked at it. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void giveBack(AttemptKind kind, UUID subject) {
        jdbc.sql("update attempt_budget set used = used - 1 where kind = :kind and subject = :subject and used > 0")
                .param("kind", kind.name())
                .param("subject", subject)
                .update();
    }

    /** Only looks; for budgets that are charged afterwards, because a row per supplier would be everybody's bottleneck. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Attempt look(AttemptKind kind, UUID subject, AttemptLimit limit) {
        Instant now = clock.instant();
        int used = jdbc.sql("""
                        select used from attempt_budget
                        where kind = :kind and subject = :subject and window_ends_at > :now""")
                .param("kind", kind.name())
                .param("subject", subject)
                .param("now", utc(now))
                .query(Integer.class)
                .optional()
                .orElse(0);
        return used < limit.attempts()
                ? new Attempt.Allowed(limit.attempts() - used)
                : new Attempt.Exhausted(wait(kind, subject, now));
    }

    /** Budgets whose window is long over carry no information. */
    int forgetEnded(Duration age) {
        return jdbc.sql("delete from attempt_budget where window_ends_at < :before")
                .param("before", utc(clock.instant().minus(age)))
                .update();
    }

    private Duration wait(AttemptKind kind, UUID subject, Instant now) {
        return jdbc.sql("select window_ends_at from attempt_budget where kind = :kind and subject = :subject")
                .param("kind", kind.name())
                .param("subject", subject)
                .query(OffsetDateTime.class)
                .optional()
                .map(end -> Duration.between(now, end.toInstant()))
                .filter(Duration::isPositive)
                .orElse(Duration.ofSeconds(1));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
