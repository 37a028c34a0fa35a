package io.abonent.consent.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class EvidenceRows {
    private static final int FETCH = 500;

    private final JdbcClient jdbc;

    EvidenceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a chain ends. */
    record Head(int shard, long sequence, String hash) {}

    Head lockHead(int shard) {
        return jdbc.sql("select shard, sequence, hash from evidence_chain where shard = :shard for update")
                .param("shard", shard)
                .query(Head.class)
                .single();
    }

    List<Head> heads() {
        return jdbc.sql("select shard, sequence, hash from evidence_chain order by shard")
                .query(Head.class)
                .list();
    }

    void append(EvidenceRecord evidence) {
        jdbc.sql("""
                        insert into evidence (
                          shard, sequence, evidence_id, kind, user_id, consent_id, document_id, document_version,
                          document_sha256, purpose, presented_at, occurred_at, method, authenticated_at, session_id,
                          client_id, ip, user_agent, locale, pep_agreement_version, pep_agreement_sha256,
                          contact_masked, signing_key_id, previous_evidence_hash, evidence_hash, server_signature)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(evidence.shard())
                .param(evidence.sequence())
                .param(evidence.evidenceId())
                .param(evidence.kind())
                .param(evidence.userId())
                .param(evidence.consentId())
                .param(evidence.documentId())
                .param(evidence.documentVersion())
                .param(evidence.documentSha256())
                .param(evidence.purpose())
                .param(timestamp(evidence.presentedAt()))
                .param(timestamp(evidence.occurredAt()))
                .param(evidence.method())
                .param(timestamp(evidence.authenticatedAt()))
                .param(evidence.sessionId())
                .param(evidence.clientId())
                .param(evidence.ip())
                .param(evidence.userAgent())
                .param(evidence.locale())
                .param(evidence.pepAgreementVersion())
                .param(evidence.pepAgreementSha256())
                .param(evidence.contactMasked())
                .param(evidence.signingKeyId())
                .param(evidence.previousEvidenceHash())
                .param(evidence.evidenceHash())
                .param(evidence.serverSignature())
                .update();
        jdbc.sql("update evidence_chain set sequence = ?, hash = ? where shard = ?")
                .params(evidence.sequence(), evidence.evidenceHash(), evidence.shard())
                .update();
    }

    /** Another person's consent has no evidence here, as if it did not exist. */
    List<EvidenceRecord> ofConsent(UUID consentId, UUID userId) {
        return jdbc.sql("select * from evidence where consent_id = ? and user_id = ? order by shard, sequence")
                .params(consentId, userId)
                .query(EvidenceRows::evidence)
                .list();
    }

    /** Row by row, for chains that do not fit into memory; needs a transaction around it. */
    void scan(int shard, Consumer<EvidenceRecord> reader) {
        jdbc.sql("select * from evidence where shard = ? order by sequence")
                .withFetchSize(FETCH)
                .param(shard)
                .query(row -> {
                    reader.accept(evidence(row, 0));
                });
    }

    private static EvidenceRecord evidence(ResultSet row, int index) throws SQLException {
        return new EvidenceRecord(
                row.getObject("evidence_id", UUID.class),
                row.getString("kind"),
                row.getObject("user_id", UUID.class),
                row.getObject("consent_id", UUID.class),
                row.getObject("document_id", UUID.class),
                row.getInt("document_version"),
                row.getString("document_sha256"),
                row.getString("purpose"),
                instant(row, "presented_at"),
                row.getTimestamp("occurred_at").toInstant(),
                row.getString("method"),
                instant(row, "authenticated_at"),
                row.getString("session_id"),
                row.getString("client_id"),
                row.getString("ip"),
                row.getString("user_agent"),
                row.getString("locale"),
                row.getInt("pep_agreement_version"),
                row.getString("pep_agreement_sha256"),
                row.getString("contact_masked"),
                row.getInt("shard"),
                row.getLong("sequence"),
                row.getString("signing_key_id"),
                row.getString("previous_evidence_hash"),
                row.getString("evidence_hash"),
                row.getString("server_signature"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
