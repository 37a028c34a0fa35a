package io.abonent.consent;

import static io.abonent.consent.ConsentApi.ADVERTISING;
import static io.abonent.consent.ConsentApi.PERSONAL_DATA;
import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.consent.ConsentApi.Answer;
import io.abonent.contracts.consent.ConsentDocumentPublished;
import io.abonent.contracts.consent.ConsentPurpose;
import io.abonent.contracts.consent.ConsentSigned;
import io.abonent.contracts.consent.ConsentWithdrawn;
import io.abonent.contracts.identity.LoginType;
import io.abonent.contracts.identity.UserRegistered;
import io.abonent.platform.event.Ids;
import io.abonent.platform.testkit.OutboxAssertions;
import io.abonent.platform.testkit.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The whole service: HTTP in, database, events out. */
@ConsentTest
class ConsentServiceIT {
    @Autowired
    private TestEvents events;

    @Autowired
    private OutboxAssertions outbox;

    @Autowired
    private JdbcClient jdbc;

    private final UUID userId = Ids.next();
    private final ConsentApi person;

    ConsentServiceIT(@LocalServerPort int port) {
        person = new ConsentApi(port).as(userId);
    }

    @Test
    void personReadsSignsWithdrawsAndSignsAgain() {
        assertThat(person.item(PERSONAL_DATA).get("status").asString()).isEqualTo("REQUIRED");

        Answer signed = person.readAndSign(PERSONAL_DATA, 1);
        assertThat(signed.status()).as("%s", signed).isEqualTo(201);
        UUID consentId = signed.id("consentId");
        JsonNode item = person.item(PERSONAL_DATA);
        assertThat(item.get("status").asString()).isEqualTo("SIGNED");
        assertThat(item.get("signedAt")).isEqualTo(signed.body().get("signedAt"));
        ConsentSigned first = events.awaitPublished(
                ConsentSigned.class, event -> event.evidenceId().equals(signed.id("evidenceId")));
        assertThat(first.consentId()).isEqualTo(consentId);
        assertThat(first.userId()).isEqualTo(userId);
        assertThat(first.purpose()).isEqualTo(ConsentPurpose.PERSONAL_DATA);
        assertThat(first.method()).isEqualTo(ConsentSigned.Method.PASSWORD);

        Answer withdrawn = person.withdraw(consentId);
        assertThat(withdrawn.status()).as("%s", withdrawn).isEqualTo(200);
        assertThat(person.item(PERSONAL_DATA).get("status").asString()).isEqualTo("WITHDRAWN");
        ConsentWithdrawn second = events.awaitPublished(
                ConsentWithdrawn.class, event -> event.consentId().equals(consentId));
        assertThat(second.version()).isGreaterThan(first.version());
        assertThat(second.evidenceId()).isNotEqualTo(first.evidenceId());
        assertThat(person.withdraw(consentId).body()).isEqualTo(withdrawn.body());

        Answer again = person.readAndSign(PERSONAL_DATA, 1);
        assertThat(again.status()).as("%s", again).isEqualTo(201);
        assertThat(again.id("consentId")).isEqualTo(consentId);
        ConsentSigned third = events.awaitPublished(
                ConsentSigned.class, event -> event.evidenceId().equals(again.id("evidenceId")));
        assertThat(third.version()).isGreaterThan(second.version());
        assertThat(person.item(PERSONAL_DATA).get("status").asString()).isEqualTo("SIGNED");
        outbox.awaitEmpty();
    }

    @Test
    void firstVersionsArePublishedOnce() {
        for (UUID documentId : new UUID[] {PERSONAL_DATA, ADVERTISING}) {
            ConsentDocumentPublished published = events.awaitPublished(
                    ConsentDocumentPublished.class,
                    event -> event.documentId().equals(documentId) && event.documentVersion() == 1);
            Answer text = person.read(documentId, 1);
            assertThat(published.sha256()).isEqualTo(text.body().get("sha256").asString());
            assertThat(published.required()).isEqualTo(documentId.equals(PERSONAL_DATA));
        }
        outbox.awaitEmpty();
    }

    @Test
    void advertisingIsOfferedNotRequired() {
        JsonNode before = person.consents().body();
        assertThat(before.get("items").findValuesAsString("documentId")).doesNotContain(ADVERTISING.toString());
        assertThat(before.get("offered").findValuesAsString("documentId")).contains(ADVERTISING.toString());

        UUID consentId = person.readAndSign(ADVERTISING, 1).id("consentId");
        assertThat(person.item(ADVERTISING).get("status").asString()).isEqualTo("SIGNED");
        assertThat(person.item(ADVERTISING).get("required").asBoolean()).isFalse();

        person.withdraw(consentId);
        assertThat(person.item(ADVERTISING).get("status").asString()).isEqualTo("WITHDRAWN");
        assertThat(person.item(PERSONAL_DATA).get("status").asString()).isEqualTo("REQUIRED");
    }

    @Test
    void evidenceTellsEverythingThatPointsToThePerson() {
        events.publish(new UserRegistered(userId, LoginType.PHONE, "+7 *** ***-22-33", "ru", Instant.now(), 1));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> knows(userId));

        Answer signed = person.with("Accept-Language", "en-GB").readAndSign(PERSONAL_DATA, 1);
        JsonNode evidence = person.get("/api/v1/consents/" + signed.id("consentId") + "/evidence")
                .body()
                .get("items")
                .get(0);

        assertThat(evidence.get("evidenceId").asString())
                .isEqualTo(signed.id("evidenceId").toString());
        assertThat(evidence.get("userId").asString()).isEqualTo(userId.toString());
        assertThat(evidence.get("contactMasked").asString()).isEqualTo("+7 *** ***-22-33");
        assertThat(evidence.get("userAgent").asString()).isEqualTo("Abonent test \"1\"");
        assertThat(evidence.get("clientId").asString()).isEqualTo("local-demo");
        assertThat(evidence.get("locale").asString()).isEqualTo("en-GB");
        assertThat(evidence.get("ip").asString()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(evidence.get("documentSha256"))
                .isEqualTo(person.read(PERSONAL_DATA, 1).body().get("sha256"));
        assertThat(evidence.propertyNames())
                .contains("presentedAt", "authenticatedAt", "sessionId", "pepAgreementVersion", "evidenceHash")
                .contains("previousEvidenceHash", "serverSignature");
        assertThat(evidence.get("pepAgreementSha256"))
                .isEqualTo(person.get("/api/v1/signature-agreements/1").body().get("sha256"));
    }

    private boolean knows(UUID user) {
        return jdbc.sql("select count(*) from known_user where user_id = ?")
                        .param(user)
                        .query(Long.class)
                        .single()
                == 1;
    }
}
