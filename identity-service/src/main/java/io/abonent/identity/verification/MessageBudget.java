package io.abonent.identity.verification;

import io.abonent.identity.limit.Allowance;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages one target may get in any hour and any day, over all verifications (F-68). Taking from it also locks the
 * target until the transaction ends: everything about one target happens one after the other (F-61).
 */
@Component
class MessageBudget {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final SecretHashes hashes;
    private final VerificationProperties terms;
    private final Clock clock;

    MessageBudget(JdbcClient jdbc, SecretHashes hashes, VerificationProperties terms, Clock clock) {
        this.jdbc = jdbc;
        this.hashes = hashes;
        this.terms = terms;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Allowance take(String target) {
        byte[] key = hashes.ofTarget(target);
        lock(key);
        Instant now = clock.instant();
        List<Instant> sent = sentSince(key, now.minus(DAY));
        Duration wait = longer(
                untilRoom(sent, terms.messagesPerHour(), HOUR, now), untilRoom(sent, terms.messagesPerDay(), DAY, now));
        if (wait.isPositive()) {
            return new Allowance.Refused(wait);
        }
        jdbc.sql("insert into verification_message (target_hash, sent_at) values (:key, :now)")
                .param("key", key)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return Allowance.granted();
    }

    /** For whoever must lock the target before a row of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(String target) {
        lock(hashes.ofTarget(target));
    }

    private void lock(byte[] key) {
        jdbc.sql("select pg_advisory_xact_lock(:key)")
                .param("key", ByteBuffer.wrap(key).getLong())
                .query((row, number) -> true)
                .single();
    }

    /** Newest first. */
    private List<Instant> sentSince(byte[] key, Instant since) {
        return jdbc
                .sql("""
                        select sent_at from verification_message
                        where target_hash = :key and sent_at > :since order by sent_at desc""")
                .param("key", key)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .stream()
                .map(OffsetDateTime::toInstant)
                .toList();
    }

    /** Until the one that fills the window leaves it. */
    private static Duration untilRoom(List<Instant> newestFirst, int limit, Duration window, Instant now) {
        return newestFirst.size() < limit
                ? Duration.ZERO
                : Duration.between(now, newestFirst.get(limit - 1).plus(window));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
