package io.abonent.identity.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** So many uses of a key in a window of time. Each use is one atomic statement, so that all replicas count together. */
@Component
class UsageLimits {

    private final JdbcClient jdbc;
    private final Clock clock;

    UsageLimits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Allowance take(String key, int limit, Duration window) {
        Instant now = clock.instant();
        boolean granted = jdbc.sql("""
                        insert into usage_limit (key, window_ends, used) values (:key, :ends, 1)
                        on conflict (key) do update set
                          used = case when usage_limit.window_ends <= :now then 1 else usage_limit.used + 1 end,
                          window_ends = case when usage_limit.window_ends <= :now then excluded.window_ends
                                             else usage_limit.window_ends end
                        where usage_limit.window_ends <= :now or usage_limit.used < :limit
                        returning used""")
                .param("key", key)
                .param("ends", utc(now.plus(window)))
                .param("now", utc(now))
                .param("limit", limit)
                .query(Integer.class)
                .optional()
                .isPresent();
        return granted ? Allowance.granted() : new Allowance.Refused(untilWindowEnds(key, now, window));
    }

    private Duration untilWindowEnds(String key, Instant now, Duration window) {
        return jdbc.sql("select window_ends from usage_limit where key = :key")
                .param("key", key)
                .query(OffsetDateTime.class)
                .optional()
                .map(ends -> Duration.between(now, ends.toInstant()))
                .filter(Duration::isPositive)
                .orElse(window);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
