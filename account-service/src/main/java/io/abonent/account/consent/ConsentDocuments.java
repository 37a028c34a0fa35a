package io.abonent.account.consent;

import io.abonent.contracts.consent.ConsentDocumentPublished;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Replica: the versions of each document and from when each is required. */
@Repository
class ConsentDocuments {

    private final JdbcClient jdbc;

    ConsentDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void published(ConsentDocumentPublished event) {
        jdbc.sql("""
                        insert into consent_document_version as d
                            (document_id, document_version, purpose, required, required_from, version)
                        values (:id, :documentVersion, :purpose, :required, :requiredFrom, :version)
                        on conflict (document_id, document_version) do update set
                            purpose = excluded.purpose, required = excluded.required,
                            required_from = excluded.required_from, version = excluded.version
                        where excluded.version > d.version""")
                .param("id", event.documentId())
                .param("documentVersion", event.documentVersion())
                .param("purpose", event.purpose().name())
                .param("required", event.required())
                .param("requiredFrom", event.requiredFrom().atOffset(ZoneOffset.UTC))
                .param("version", event.version())
                .update();
    }
}
