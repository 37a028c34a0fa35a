package io.abonent.consent.evidence;

import static io.abonent.consent.ConsentApi.PERSONAL_DATA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.abonent.consent.ConsentTest;
import io.abonent.consent.evidence.EvidenceReport.BadRow;
import io.abonent.consent.evidence.EvidenceReport.ChangedText;
import io.abonent.contracts.consent.ConsentPurpose;
import io.abonent.platform.event.Ids;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ConsentTest
@DisplayName("F-80: the database itself is tampered with")
class EvidenceVerificationIT {
    private static final int ROWS = 1000;

    /** One byte or one step per column, also where a withdrawal has none, as somebody with the rights of an administrator would do it. */
    private static final Map<String, String> FLIPS = Map.ofEntries(
            text("kind"),
            text("document_sha256"),
            text("purpose"),
            text("method"),
            text("session_id"),
            text("client_id"),
            text("ip"),
            text("user_agent"),
            text("locale"),
            text("pep_agreement_sha256"),
            text("contact_masked"),
            text("signing_key_id"),
            text("previous_evidence_hash"),
            text("evidence_hash"),
            text("server_signature"),
            Map.entry("document_version", "document_version + 1"),
            Map.entry("pep_agreement_version", "pep_agreement_version + 1"),
            Map.entry("presented_at", "coalesce(presented_at, occurred_at) - interval '1 microsecond'"),
            Map.entry("occurred_at", "occurred_at - interval '1 microsecond'"),
            Map.entry("authenticated_at", "coalesce(authenticated_at, occurred_at) + interval '1 microsecond'"),
            uuid("user_id"),
            uuid("consent_id"),
            uuid("document_id"),
            uuid("evidence_id"));

    @Autowired
    private EvidenceChain chain;

    @Autowired
    private EvidenceVerification verification;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private long before;

    @BeforeEach
    void thousandRows() {
        before = verification.verify().checked();
        String sha256 = jdbc.sql("select sha256 from consent_document_version where document_id = ? and number = 1")
                .param(PERSONAL_DATA)
                .query(String.class)
                .single();
        if (before < ROWS) {
            transaction.executeWithoutResult(status -> {
                for (long i = before; i < ROWS; i++) {
                    chain.append(facts(sha256));
                }
            });
        }
    }

    @Test
    void writtenEvidenceIsIntact() {
        EvidenceReport report = verification.verify();

        assertThat(report.checked()).isGreaterThanOrEqualTo(ROWS);
        assertThat(report.bad()).isZero();
        assertThat(report.firstBad()).isNull();
        assertThat(report.changedTexts()).isEmpty();
        assertThat(report.heads()).hasSize(EvidenceChain.SHARDS);
    }

    @Test
    void everyFlippedRowIsNamed() {
        Random random = new Random(80);
        List<String> columns = FLIPS.keySet().stream().sorted().toList();
        transaction.executeWithoutResult(status -> {
            asAdministrator();
            List<UUID> ids = jdbc.sql("select evidence_id from evidence order by shard, sequence")
                    .query(UUID.class)
                    .list();
            for (UUID id : ids) {
                flip(id, columns.get(random.nextInt(columns.size())));
            }

            EvidenceReport report = verification.verify();

            assertThat(report.checked()).isEqualTo(ids.size());
            assertThat(report.bad()).isGreaterThanOrEqualTo(ids.size());
            status.setRollbackOnly();
        });
    }

    @Test
    void theFirstBadRowIsNamedForEveryColumn() {
        for (String column : FLIPS.keySet()) {
            transaction.executeWithoutResult(status -> {
                asAdministrator();
                EvidenceRows.Head victim = jdbc.sql("""
                                select shard, sequence, evidence_hash as hash from evidence
                                where sequence > 3 order by md5(evidence_id::text || ?) limit 1""")
                        .param(column)
                        .query(EvidenceRows.Head.class)
                        .single();
                UUID id = jdbc.sql("select evidence_id from evidence where shard = ? and sequence = ?")
                        .params(victim.shard(), victim.sequence())
                        .query(UUID.class)
                        .single();
                flip(id, column);

                BadRow first = Objects.requireNonNull(verification.verify().firstBad(), column);

                assertThat(List.of(first.shard(), first.sequence()))
                        .as(column)
                        .isEqualTo(List.of(victim.shard(), victim.sequence()));
                status.setRollbackOnly();
            });
        }
    }

    @Test
    void removedRowsAreMissed() {
        for (String where :
                List.of("sequence = 2", "sequence = (select max(sequence) from evidence where shard = 5)")) {
            transaction.executeWithoutResult(status -> {
                asAdministrator();
                jdbc.sql("delete from evidence where shard = 5 and " + where).update();

                assertThat(verification.verify().firstBad())
                        .extracting(row -> row == null ? -1 : row.shard())
                        .isEqualTo(5);
                status.setRollbackOnly();
            });
        }
    }

    @Test
    void changedTextIsNamed() {
        String recomputed = "encode(sha256(convert_to(text || ' ', 'UTF8')), 'hex')";
        for (String change : List.of("text = text || ' '", "text = text || ' ', sha256 = " + recomputed)) {
            transaction.executeWithoutResult(status -> {
                asAdministrator();
                jdbc.sql("update consent_document_version set " + change + " where document_id = ?")
                        .param(PERSONAL_DATA)
                        .update();

                EvidenceReport report = verification.verify();

                assertThat(report.changedTexts()).containsExactly(new ChangedText(PERSONAL_DATA, 1));
                assertThat(report.intact()).isFalse();
                assertThat(report.bad()).isZero();
                status.setRollbackOnly();
            });
        }
    }

    @Test
    void databaseRefusesChangesOfThoseWithoutRights() {
        for (String change : List.of(
                "update evidence set locale = 'xx'",
                "delete from evidence",
                "truncate evidence cascade",
                "update consent_document_version set text = 'x'",
                "delete from signature_agreement")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .as(change)
                    .isThrownBy(() -> jdbc.sql(change).update())
                    .withMessageContaining("append-only");
        }
    }

    @Test
    void operationsVerifyByHandAndEveryNight(@LocalManagementPort int port) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/evidence"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"bad\":0", "\"heads\":{");
        assertThat(jdbc.sql("select count(*) from scheduled_tasks where task_name = 'verify-evidence'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** Switches the triggers off, which takes a superuser. */
    private void asAdministrator() {
        jdbc.sql("set local session_replication_role = replica").update();
    }

    private void flip(UUID id, String column) {
        int changed = jdbc.sql("update evidence set " + column + " = " + FLIPS.get(column) + " where evidence_id = ?")
                .param(id)
                .update();
        assertThat(changed).isEqualTo(1);
    }

    private static Map.Entry<String, String> text(String column) {
        // The last character becomes another one; an empty or absent text becomes one character.
        return Map.entry(
                column,
                "left(coalesce(%1$s, ''), -1) || case when right(%1$s, 1) = 'x' then 'y' else 'x' end"
                        .formatted(column));
    }

    private static Map.Entry<String, String> uuid(String column) {
        return Map.entry(
                column,
                "(left(%1$s::text, 35) || case when right(%1$s::text, 1) = '0' then '1' else '0' end)::uuid"
                        .formatted(column));
    }

    private static EvidenceFacts facts(String sha256) {
        Instant now = Instant.now();
        Signer signer = new Signer(
                Ids.next(),
                now.minusSeconds(60),
                "session",
                "local-demo",
                "10.0.0.1",
                "Тест \"1\"",
                "ru",
                "м***@пример.рф");
        return new EvidenceFacts(
                EvidenceKind.SIGNATURE,
                signer,
                Ids.next(),
                PERSONAL_DATA,
                1,
                sha256,
                ConsentPurpose.PERSONAL_DATA,
                now.minusSeconds(5),
                now,
                "PASSWORD",
                1,
                "b".repeat(64));
    }
}
