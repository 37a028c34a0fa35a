package io.abonent.platform.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sweeps the table after many deletes. Each round reads from the lowest id and would otherwise walk over the index
 * entries of everything sent before; autovacuum wakes once a minute, a relay sends thousands of rows in a second.
 */
final class OutboxVacuum {

    private static final Logger log = LoggerFactory.getLogger(OutboxVacuum.class);

    /** Not truncated: that wants an exclusive lock, and the pages are needed again in the next minute. */
    private static final String VACUUM = "vacuum (index_cleanup on, truncate off, analyze) outbox";

    private final DataSource unpooled;
    private final int after;
    private final AtomicBoolean running = new AtomicBoolean();
    private int deleted;

    OutboxVacuum(DataSource unpooled, int after) {
        this.unpooled = unpooled;
        this.after = after;
    }

    /** On the relay's thread; the work is done on another, with a connection of its own. */
    void deleted(int rows) {
        deleted += rows;
        if (deleted >= after && running.compareAndSet(false, true)) {
            deleted = 0;
            Thread.ofVirtual().name("outbox-vacuum").start(this::vacuum);
        }
    }

    private void vacuum() {
        try (Connection connection = unpooled.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(VACUUM);
        } catch (SQLException e) {
            log.warn("Outbox not vacuumed, autovacuum will have to do: {}", e.getMessage());
        } finally {
            running.set(false);
        }
    }
}
