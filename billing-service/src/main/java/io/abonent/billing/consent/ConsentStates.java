package io.abonent.billing.consent;

import io.abonent.contracts.consent.ConsentDocumentPublished;
import io.abonent.contracts.consent.ConsentPurpose;
import io.abonent.contracts.consent.ConsentSigned;
import io.abonent.contracts.consent.ConsentWithdrawn;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The local replica; the rule itself is the SQL function {@code consent_open}, which hot reads use too. */
@Component
class ConsentStates {

    private final JdbcClient jdbc;

    ConsentStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean open(UUID userId, Instant at) {
        return jdbc.sql("select consent_open(:user, :at)")
                .param("user", userId)
                .param("at", Timestamp.from(at))
                .query(Boolean.class)
                .single();
    }

    void signed(ConsentSigned event) {
        put(
                event.consentId(),
                event.userId(),
                event.documentId(),
                event.documentVersion(),
                event.purpose(),
                true,
                event.version());
    }

    void withdrawn(ConsentWithdrawn event) {
        put(
                event.consentId(),
                event.userId(),
                event.documentId(),
                event.documentVersion(),
                event.purpose(),
                false,
                event.version());
    }

    void published(ConsentDocumentPublished event) {
        jdbc.sql("""
                insert into consent_document (document_id, document_version, purpose, required, required_from, version)
                values (:id, :documentVersion, :purpose, :required, :from, :version)
                on conflict (document_id) do update set document_version = excluded.document_version,
                    purpose = excluded.purpose, required = excluded.required, required_from = excluded.required_from,
                    version = excluded.version
                where excluded.version > consent_document.version
                """)
                .param("id", event.documentId())
                .param("documentVersion", event.documentVersion())
                .param("purpose", event.purpose().name())
                .param("required", event.required())
                .param("from", Timestamp.from(event.requiredFrom()))
                .param("version", event.version())
                .update();
    }

    private void put(
            UUID consentId,
            UUID userId,
            UUID documentId,
            int documentVersion,
            ConsentPurpose purpose,
            boolean signed,
            long version) {
        jdbc.sql("""
                insert into consent_state (consent_id, user_id, document_id, document_version, purpose, signed, version)
                values (:id, :user, :document, :documentVersion, :purpose, :signed, :version)
                on conflict (consent_id) do update set document_version = excluded.document_version,
                    signed = excluded.signed, version = excluded.version
                where excluded.version > consent_state.version
                """)
                .param("id", consentId)
                .param("user", userId)
                .param("document", documentId)
                .param("documentVersion", documentVersion)
                .param("purpose", purpose.name())
                .param("signed", signed)
                .param("version", version)
                .update();
    }
}
