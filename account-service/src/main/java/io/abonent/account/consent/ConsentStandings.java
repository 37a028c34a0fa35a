package io.abonent.account.consent;

import io.abonent.contracts.consent.ConsentSigned;
import io.abonent.contracts.consent.ConsentWithdrawn;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Replica: where each person stands towards each document. */
@Repository
class ConsentStandings {

    private static final String UPSERT = """
            insert into consent_standing as s
                (consent_id, user_id, document_id, document_version, purpose, signed, version)
            values (:id, :userId, :documentId, :documentVersion, :purpose, :signed, :version)
            on conflict (consent_id) do update set
                user_id = excluded.user_id, document_id = excluded.document_id,
                document_version = excluded.document_version, purpose = excluded.purpose,
                signed = excluded.signed, version = excluded.version
            where excluded.version > s.version""";

    /**
     * The newest version in force counts; before any is in force, the oldest. A document nobody published here yet is not
     * known to be signed.
     */
    private static final String STANDING = """
            with needed as (
                select document_id,
                       coalesce(max(document_version) filter (where required_from <= :now), min(document_version)) as version
                from consent_document_version where required group by document_id)
            select coalesce((select bool_and(exists (
                       select from consent_standing s
                       where s.user_id = :userId and s.document_id = n.document_id
                         and s.signed and s.document_version >= n.version)) from needed n), false) as open,
                   (select coalesce(sum(version), 0) from consent_standing where user_id = :userId) as seen,
                   exists (select from consent_standing
                       where user_id = :userId and not signed and purpose = 'PERSONAL_DATA') as withdrawn""";

    /**
     * @param open every required document is signed
     * @param seen grows with every consent event of the person
     * @param withdrawn the consent to process personal data was taken back
     */
    record Standing(boolean open, long seen, boolean withdrawn) {}

    private final JdbcClient jdbc;

    ConsentStandings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if something newer was known */
    boolean signed(ConsentSigned event) {
        return jdbc.sql(UPSERT)
                        .param("id", event.consentId())
                        .param("userId", event.userId())
                        .param("documentId", event.documentId())
                        .param("documentVersion", event.documentVersion())
                        .param("purpose", event.purpose().name())
                        .param("signed", true)
                        .param("version", event.version())
                        .update()
                == 1;
    }

    /** @return false if something newer was known */
    boolean withdrawn(ConsentWithdrawn event) {
        return jdbc.sql(UPSERT)
                        .param("id", event.consentId())
                        .param("userId", event.userId())
                        .param("documentId", event.documentId())
                        .param("documentVersion", event.documentVersion())
                        .param("purpose", event.purpose().name())
                        .param("signed", false)
                        .param("version", event.version())
                        .update()
                == 1;
    }

    Standing of(UUID userId, Instant now) {
        return jdbc.sql(STANDING)
                .param("userId", userId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) ->
                        new Standing(row.getBoolean("open"), row.getLong("seen"), row.getBoolean("withdrawn")))
                .single();
    }
}
