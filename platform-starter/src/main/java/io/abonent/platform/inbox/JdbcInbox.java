package io.abonent.platform.inbox;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The note and the effect are one transaction; a second one with the same note waits for the first and finds it. */
final class JdbcInbox implements Inbox {

    private static final String NOTE =
            "insert into inbox (consumer, event_id) values (:consumer, :event) on conflict do nothing";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    JdbcInbox(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public boolean runOnce(String consumer, UUID eventId, Runnable work) {
        Boolean done = transactions.execute(transaction -> {
            int noted = jdbc.sql(NOTE)
                    .param("consumer", consumer)
                    .param("event", eventId)
                    .update();
            if (noted == 0) {
                return false;
            }
            work.run();
            return true;
        });
        return Boolean.TRUE.equals(done);
    }
}
