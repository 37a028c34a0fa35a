package io.abonent.platform.testkit;

import io.abonent.contracts.Event;
import io.abonent.contracts.EventType;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits in the service's outbox. */
public final class OutboxAssertions {

    private final JdbcClient jdbc;

    public OutboxAssertions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long pending() {
        return jdbc.sql("select count(*) from outbox").query(Long.class).single();
    }

    public long pending(Class<? extends Event> type, UUID aggregateId) {
        return jdbc.sql("select count(*) from outbox where type = :type and aggregateid = :id")
                .param("type", EventType.of(type).wireName())
                .param("id", aggregateId)
                .query(Long.class)
                .single();
    }

    /** Everything committed was relayed and nothing had to be put aside. */
    public void awaitEmpty() {
        Awaitility.await("outbox is empty")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> pending() == 0);
        long dead =
                jdbc.sql("select count(*) from outbox_dead").query(Long.class).single();
        if (dead > 0) {
            throw new AssertionError(dead + " dead rows in outbox_dead");
        }
    }
}
