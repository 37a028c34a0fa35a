package io.abonent.notification.contact;

import io.abonent.contracts.identity.ContactConfirmed;
import io.abonent.contracts.identity.LoginType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where people are reached. Replica of identity-service, do not write; only the marks of failed deliveries are ours. */
@Repository
public class Contacts {

    private final JdbcClient jdbc;

    Contacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void confirmed(ContactConfirmed event) {
        jdbc.sql("""
                        insert into contact (contact_id, user_id, type, value, locale, confirmed_at, version)
                        values (:contactId, :userId, :type, :value, :locale, :confirmedAt, :version)
                        on conflict (contact_id) do update set user_id = excluded.user_id, type = excluded.type,
                            value = excluded.value, locale = excluded.locale, confirmed_at = excluded.confirmed_at,
                            version = excluded.version
                        where excluded.version > contact.version""")
                .param("contactId", event.contactId())
                .param("userId", event.userId())
                .param("type", event.type().name())
                .param("value", event.value())
                .param("locale", event.locale())
                .param("confirmedAt", Timestamp.from(event.confirmedAt()))
                .param("version", event.version())
                .update();
    }

    /** Erased by its owner. */
    void erased(UUID contactId) {
        jdbc.sql("delete from contact where contact_id = :id")
                .param("id", contactId)
                .update();
        jdbc.sql("delete from undeliverable_contact where contact_id = :id")
                .param("id", contactId)
                .update();
    }

    /** The newest first. */
    public List<Contact> of(UUID userId) {
        return jdbc.sql("""
                        select contact_id, user_id, type, value, coalesce(
                            (select r.locale from reader_language r where r.user_id = c.user_id), locale) as locale,
                          not exists (
                            select 1 from undeliverable_contact u
                            where u.contact_id = c.contact_id and u.since >= c.confirmed_at) as deliverable
                        from contact c where user_id = :userId order by confirmed_at desc""").param("userId", userId).query(Contacts::contact).list();
    }

    /** The partner says that nothing will ever arrive there (F-47); confirming the contact again lifts it. */
    public void markUndeliverable(UUID contactId, Instant now) {
        jdbc.sql("""
                        insert into undeliverable_contact (contact_id, since) values (:contactId, :since)
                        on conflict (contact_id) do update set since = excluded.since""")
                .param("contactId", contactId)
                .param("since", Timestamp.from(now))
                .update();
    }

    private static Contact contact(ResultSet row, int number) throws SQLException {
        return new Contact(
                row.getObject("contact_id", UUID.class),
                row.getObject("user_id", UUID.class),
                LoginType.valueOf(row.getString("type")),
                row.getString("value"),
                row.getString("locale"),
                row.getBoolean("deliverable"));
    }
}
