package io.abonent.platform.sample;

import io.abonent.platform.event.Ids;
import io.abonent.platform.outbox.EventPublisher;
import io.abonent.platform.outbox.OutboxRow;
import io.abonent.platform.outbox.OutboxRows;
import io.abonent.platform.outbox.OutboxWakeUp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The two ways to write: an aggregate through JPA, and one statement on a hot path. */
@Component
public class LinkWriting {

    private static final String HOT = "with u as (update link set alias = :alias, version = version + 1"
            + " where id = :id and version = :version returning version) ";

    private final Links links;
    private final EventPublisher events;
    private final JdbcClient jdbc;
    private final OutboxRows rows;
    private final OutboxWakeUp wakeUp;

    LinkWriting(Links links, EventPublisher events, JdbcClient jdbc, OutboxRows rows, OutboxWakeUp wakeUp) {
        this.links = links;
        this.events = events;
        this.jdbc = jdbc;
        this.rows = rows;
        this.wakeUp = wakeUp;
    }

    @Transactional
    public UUID create(String alias) {
        Link link = links.save(new Link(Ids.next(), alias));
        events.publish(link, LinkEvents::of);
        return link.id();
    }

    @Transactional
    public void rename(UUID id, String alias) {
        Link link = links.findById(id).orElseThrow();
        link.rename(alias);
        events.publish(link, LinkEvents::of);
    }

    @Transactional
    public void renameAll(Collection<UUID> ids, String alias) {
        List<Link> found = new ArrayList<>(links.findAllById(ids));
        found.forEach(link -> link.rename(alias));
        found.forEach(link -> events.publish(link, LinkEvents::of));
    }

    @Transactional
    public void renameAndFail(UUID id, String alias) {
        rename(id, alias);
        links.flush();
        throw new IllegalStateException("after all, no");
    }

    /** @return false if somebody else was faster */
    public boolean renameHot(UUID id, String alias) {
        long version = jdbc.sql("select version from link where id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
        OutboxRow row = rows.of(LinkEvents.of(id, alias, version + 1));
        int written = jdbc.sql(HOT + OutboxRow.insertFrom("u"))
                .param("id", id)
                .param("alias", alias)
                .param("version", version)
                .params(row.parameters())
                .update();
        wakeUp.afterCommit();
        return written == 1;
    }
}
