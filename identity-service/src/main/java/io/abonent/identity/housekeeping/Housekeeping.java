package io.abonent.identity.housekeeping;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes rows that nothing asks for any more, in small bites so that nobody waits for a lock. */
@Component
class Housekeeping {

    private static final int BITE = 2_000;
    private static final int MOST_BITES = 500;

    /** A late click still gets a friendly answer. */
    private static final Duration AFTER_EXPIRY = Duration.ofDays(1);

    private static final Duration NOT_ANY_MORE = Duration.ZERO;
    private static final Duration SECURITY_HISTORY = Duration.ofDays(30);

    private static final List<Rule> RULES = List.of(
            new Rule("registration", "expires_at < :before", AFTER_EXPIRY),
            new Rule("password_reset", "expires_at < :before", AFTER_EXPIRY),
            new Rule("verification", "greatest(code_expires_at, link_expires_at) < :before", AFTER_EXPIRY),
            new Rule("verification_message", "sent_at < :before", Duration.ofDays(1)),
            new Rule("usage_limit", "window_ends < :before", NOT_ANY_MORE),
            new Rule(
                    "sign_in_lock",
                    "changed_at < :before and (locked_until is null or locked_until < :before)",
                    Duration.ofDays(1)),
            new Rule("authorization_code", "expires_at < :before", AFTER_EXPIRY),
            new Rule("sign_in_session", "expires_at < :before or idle_until < :before", AFTER_EXPIRY),
            new Rule("sign_in_session", "revoked_at < :before", SECURITY_HISTORY),
            new Rule("signing_key", "published_until < :before", AFTER_EXPIRY));

    private final JdbcClient jdbc;
    private final Clock clock;

    Housekeeping(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void sweep() {
        RULES.forEach(this::sweep);
    }

    private void sweep(Rule rule) {
        int bites = 0;
        while (bite(rule) == BITE && bites < MOST_BITES) {
            bites++;
        }
    }

    private int bite(Rule rule) {
        // Table and condition are the constants above; nothing from outside gets into the statement.
        return jdbc.sql("delete from " + rule.table() + " where ctid = any(array(select ctid from " + rule.table()
                        + " where " + rule.condition() + " limit " + BITE + "))")
                .param("before", clock.instant().minus(rule.kept()).atOffset(ZoneOffset.UTC))
                .update();
    }

    private record Rule(String table, String condition, Duration kept) {}
}
