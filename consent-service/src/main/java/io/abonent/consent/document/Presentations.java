package io.abonent.consent.document;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who was shown which text, and when last: nobody signs what he could not read. */
@Component
public class Presentations {
    private final JdbcClient jdbc;

    Presentations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void record(UUID userId, UUID documentId, int number, Instant now) {
        jdbc.sql("""
                        insert into presentation as p (user_id, document_id, number, presented_at)
                        values (:user, :document, :number, :now)
                        on conflict (user_id, document_id, number)
                        do update set presented_at = greatest(p.presented_at, excluded.presented_at)""")
                .param("user", userId)
                .param("document", documentId)
                .param("number", number)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Locks the row until the transaction ends, so that the same person signs the same text once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Instant> hold(UUID userId, UUID documentId, int number) {
        return jdbc.sql("""
                        select presented_at from presentation
                        where user_id = :user and document_id = :document and number = :number for update""")
                .param("user", userId)
                .param("document", documentId)
                .param("number", number)
                .query((row, index) -> row.getTimestamp("presented_at").toInstant())
                .optional();
    }
}
