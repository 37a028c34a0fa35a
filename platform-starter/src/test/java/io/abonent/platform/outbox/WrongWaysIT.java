package io.abonent.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.platform.sample.LinkEvents;
import io.abonent.platform.testkit.KafkaServer;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Why the relay reads from the lowest id, deletes by id, and why ids are not cached: the obvious ways lose events. */
class WrongWaysIT {

    @Test
    @DisplayName("A cursor passes over a row that commits late; reading from the lowest id does not")
    void cursorPassesOverALateCommit() throws Exception {
        try (OutboxLab lab = new OutboxLab(KafkaServer.get().bootstrapServers());
                Connection slow = lab.unpooled.getConnection();
                RelayConnection relay = RelayConnection.open(lab.unpooled)) {
            slow.setAutoCommit(false);
            long late = insert(JdbcClient.create(new SingleConnectionDataSource(slow, true)), lab);
            long early = insert(lab.jdbc, lab);
            assertThat(late).isLessThan(early);

            List<Long> firstRead = idsFrom(lab, 0);
            slow.commit();

            assertThat(firstRead).containsExactly(early);
            assertThat(idsFrom(lab, early)).as("behind the cursor").isEmpty();
            assertThat(relay.next(100, Set.of(), Set.of()))
                    .extracting(StoredRow::id)
                    .containsExactly(late, early);
        }
    }

    @Test
    @DisplayName("Deleting a range of ids deletes a row nobody sent; deleting by id does not")
    void rangeDeleteLosesALateCommit() throws Exception {
        try (OutboxLab lab = new OutboxLab(KafkaServer.get().bootstrapServers());
                Connection slow = lab.unpooled.getConnection();
                RelayConnection relay = RelayConnection.open(lab.unpooled)) {
            slow.setAutoCommit(false);
            long late = insert(JdbcClient.create(new SingleConnectionDataSource(slow, true)), lab);
            long sent = insert(lab.jdbc, lab);
            slow.commit();

            int byRange = lab.transactions.execute(transaction -> {
                transaction.setRollbackOnly();
                return lab.jdbc
                        .sql("delete from outbox where id <= :id")
                        .param("id", sent)
                        .update();
            });
            relay.delete(List.of(sent));

            assertThat(byRange).as("one of them was never sent").isEqualTo(2);
            assertThat(idsFrom(lab, 0)).containsExactly(late);
        }
    }

    @Test
    @DisplayName("A session that caches ids gives a later version a smaller one; ours must not cache")
    void cachedIdsInvertVersions() throws Exception {
        try (OutboxLab lab = new OutboxLab(KafkaServer.get().bootstrapServers());
                Connection one = lab.unpooled.getConnection();
                Connection other = lab.unpooled.getConnection()) {
            lab.jdbc.sql("create sequence cached cache 32").update();
            long warm = next(one);
            long versionOne = next(other);
            long versionTwo = next(one);

            assertThat(warm).isEqualTo(1);
            assertThat(versionTwo).as("written later").isLessThan(versionOne);
            assertThat(lab.jdbc
                            .sql("select seqcache from pg_sequence"
                                    + " where seqrelid = pg_get_serial_sequence('outbox', 'id')::regclass")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    private static long next(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true))
                .sql("select nextval('cached')")
                .query(Long.class)
                .single();
    }

    private static long insert(JdbcClient jdbc, OutboxLab lab) {
        OutboxRow row = lab.rows.of(LinkEvents.of(UUID.randomUUID(), "x", 1));
        return jdbc.sql(OutboxRow.insertFrom("(select 1) one") + " returning id")
                .params(row.parameters())
                .query(Long.class)
                .single();
    }

    private static List<Long> idsFrom(OutboxLab lab, long after) {
        return lab.jdbc
                .sql("select id from outbox where id > :after order by id")
                .param("after", after)
                .query(Long.class)
                .list();
    }
}
