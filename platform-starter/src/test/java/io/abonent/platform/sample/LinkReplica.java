package io.abonent.platform.sample;

import io.abonent.contracts.account.AccountLinked;
import io.abonent.platform.event.EventEnvelope;
import io.abonent.platform.inbox.Inbox;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A version-guarded projection, and an effect that must happen once. Tests can make it fail. */
@Component
public class LinkReplica {

    private final JdbcClient jdbc;
    private final Inbox inbox;
    private final List<AccountLinked> handled = new CopyOnWriteArrayList<>();
    private volatile Consumer<AccountLinked> trouble = event -> {};

    LinkReplica(JdbcClient jdbc, Inbox inbox) {
        this.jdbc = jdbc;
        this.inbox = inbox;
    }

    /** Called before each event is applied. */
    public void trouble(Consumer<AccountLinked> newTrouble) {
        this.trouble = newTrouble;
    }

    void linked(AccountLinked event, EventEnvelope envelope) {
        trouble.accept(event);
        jdbc.sql("insert into link_seen (id, alias, version) values (:id, :alias, :version) on conflict (id)"
                        + " do update set alias = excluded.alias, version = excluded.version"
                        + " where excluded.version > link_seen.version")
                .param("id", event.linkId())
                .param("alias", event.alias())
                .param("version", event.version())
                .update();
        inbox.runOnce(
                "sample-effect",
                envelope.id(),
                () -> jdbc.sql("insert into effect (event_id, version) values (:id, :version)")
                        .param("id", envelope.id())
                        .param("version", event.version())
                        .update());
        handled.add(event);
    }

    void erased(UUID id) {
        jdbc.sql("delete from link_seen where id = :id").param("id", id).update();
    }

    /** In the order of handling, repetitions included. */
    public List<AccountLinked> handled(UUID id) {
        return handled.stream().filter(event -> event.linkId().equals(id)).toList();
    }

    public List<Map<String, Object>> seen(UUID id) {
        return jdbc.sql("select alias, version from link_seen where id = :id")
                .param("id", id)
                .query()
                .listOfRows();
    }

    public long effects(UUID eventId) {
        return jdbc.sql("select count(*) from effect where event_id = :id")
                .param("id", eventId)
                .query(Long.class)
                .single();
    }
}
