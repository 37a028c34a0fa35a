package io.abonent.platform.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets notes older than anything a topic can still deliver, in small bites. */
final class InboxCleaner {

    private static final Logger log = LoggerFactory.getLogger(InboxCleaner.class);
    private static final String DELETE = "delete from inbox where ctid = any (array("
            + "select ctid from inbox where received_at < :before limit :bite))";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration retention;
    private final int bite;

    InboxCleaner(JdbcClient jdbc, Clock clock, Duration retention, int bite) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.retention = retention;
        this.bite = bite;
    }

    long clean() {
        long total = 0;
        int deleted;
        do {
            deleted = jdbc.sql(DELETE)
                    .param("before", clock.instant().minus(retention).atOffset(ZoneOffset.UTC))
                    .param("bite", bite)
                    .update();
            total += deleted;
        } while (deleted == bite);
        if (total > 0) {
            log.info("Inbox: {} notes older than {} forgotten", total, retention);
        }
        return total;
    }
}
