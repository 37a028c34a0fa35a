package io.abonent.identity.signin;

import io.abonent.identity.limit.Allowance;
import io.abonent.identity.limit.LimitProperties;
import io.abonent.identity.secret.SecretKey;
import io.abonent.identity.token.KeysProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Wrong passwords for one login, counted in the database for all replicas and all forms. A try is counted before the
 * password is looked at and taken back when it was right, so that any number of tries at once gets no further than the
 * same number one after the other; and whether the login exists plays no part (F-69).
 */
@Component
public class SignInLocks {

    private final JdbcClient jdbc;
    private final SecretKey key;
    private final LimitProperties limits;
    private final Clock clock;

    SignInLocks(JdbcClient jdbc, KeysProperties keys, LimitProperties limits, Clock clock) {
        this.jdbc = jdbc;
        this.key = keys.key().forUse("sign-in-lock");
        this.limits = limits;
        this.clock = clock;
    }

    /** The last allowed try locks at once; being right opens the lock again. */
    public Allowance takeTry(String login) {
        Instant now = clock.instant();
        boolean granted = jdbc.sql("""
                        insert into sign_in_lock as l (login_hash, failures, locks, locked_until, changed_at)
                        values (:login, 1, 0, null, :now)
                        on conflict (login_hash) do update set
                          failures = case when l.locked_until is null then l.failures + 1 else 1 end,
                          locks = case when l.locked_until is null and l.failures + 1 >= :allowed then l.locks + 1
                                       else l.locks end,
                          locked_until = case when l.locked_until is null and l.failures + 1 >= :allowed
                            then :now + least(:longest, :lock * power(2, least(l.locks, 20))) * interval '1 second' end,
                          changed_at = :now
                        where l.locked_until is null or l.locked_until <= :now
                        returning failures""")
                .param("login", key.hmac(login))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("allowed", limits.failuresBeforeLock())
                .param("lock", limits.lock().toSeconds())
                .param("longest", limits.longestLock().toSeconds())
                .query(Integer.class)
                .optional()
                .isPresent();
        return granted ? Allowance.granted() : new Allowance.Refused(remaining(login, now));
    }

    /** The password was right. */
    public void clear(String login) {
        jdbc.sql("delete from sign_in_lock where login_hash = :login")
                .param("login", key.hmac(login))
                .update();
    }

    /** The password was never looked at. */
    public void giveBack(String login) {
        jdbc.sql("""
                        update sign_in_lock set
                          locks = case when locked_until is null then locks else greatest(locks - 1, 0) end,
                          locked_until = null, failures = greatest(failures - 1, 0)
                        where login_hash = :login""").param("login", key.hmac(login)).update();
    }

    private Duration remaining(String login, Instant now) {
        return jdbc.sql("select locked_until from sign_in_lock where login_hash = :login")
                .param("login", key.hmac(login))
                .query(OffsetDateTime.class)
                .optional()
                .map(until -> Duration.between(now, until.toInstant()))
                .filter(Duration::isPositive)
                .orElse(Duration.ofSeconds(1));
    }
}
