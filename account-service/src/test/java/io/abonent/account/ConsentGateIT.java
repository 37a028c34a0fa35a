package io.abonent.account;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.abonent.contracts.EventType;
import io.abonent.contracts.account.AccountUnlinked;
import io.abonent.contracts.consent.ConsentDocumentPublished;
import io.abonent.contracts.consent.ConsentPurpose;
import io.abonent.contracts.consent.ConsentSigned;
import io.abonent.contracts.consent.ConsentWithdrawn;
import io.abonent.platform.event.Ids;
import io.abonent.platform.testkit.TestEvents;
import io.abonent.platform.testkit.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The gate: closed unless consent-service says open")
class ConsentGateIT extends RunningService {

    private static final String CONSENTS = "/api/v1/consents";

    @Test
    void isClosedToThoseWhoHaveNotSigned() {
        UUID user = Ids.next();

        assertThat(link(user, freshNumber()).code()).isEqualTo("CONSENT_REQUIRED");
        assertThat(get("/api/v1/account-links", user).status()).isEqualTo(403);
        assertThat(prove(user, Ids.next(), "4821").code()).isEqualTo("CONSENT_REQUIRED");
        assertThat(get("/api/v1/onboarding", user).text("nextStep")).isEqualTo("SIGN_CONSENT");
        assertThat(get("/api/v1/suppliers", user).status()).isEqualTo(200);
    }

    @Test
    void asksTheOwnerOnALocalMissWithTheUsersOwnToken() {
        UUID user = Ids.next();
        String token = TestTokens.forUser(user);
        PARTNERS.stubFor(WireMock.get(urlPathEqualTo(CONSENTS))
                .withHeader("Authorization", equalTo("Bearer " + token))
                .willReturn(okJson("""
                        {"items": [{"purpose": "PERSONAL_DATA", "status": "SIGNED", "documentId": "x"},
                                   {"purpose": "ADVERTISING", "status": "REQUIRED"}]}""")));

        assertThat(send("GET", "/api/v1/onboarding", token, null, null).text("nextStep"))
                .isEqualTo("LINK_ACCOUNT");
    }

    @Test
    @DisplayName("Without an answer the gate stays closed, and nobody is told to sign who may have signed")
    void staysClosedWhenTheOwnerDoesNotAnswer() {
        PARTNERS.stubFor(
                WireMock.get(urlPathEqualTo(CONSENTS)).willReturn(okJson("{}").withFixedDelay(5_000)));
        assertThat(link(Ids.next(), freshNumber()).code()).isEqualTo("TEMPORARILY_UNAVAILABLE");

        PARTNERS.stubFor(WireMock.get(urlPathEqualTo(CONSENTS)).willReturn(okJson("{\"items\": []}")));
        assertThat(link(Ids.next(), freshNumber()).code()).isEqualTo("CONSENT_REQUIRED");
    }

    @Test
    void asksNobodyWhenItKnows() {
        UUID user = signedUser();
        PARTNERS.resetRequests();

        assertThat(get("/api/v1/account-links", user).status()).isEqualTo(200);

        PARTNERS.verify(0, getRequestedFor(urlPathEqualTo(CONSENTS)));
    }

    @Test
    @DisplayName("Withdrawing ends the links, once, and a new signature starts anew")
    void withdrawalEndsTheLinks() {
        UUID user = Ids.next();
        UUID consent = Ids.next();
        events.publish(signed(user, consent, 1, 1));
        awaitStep(user, "LINK_ACCOUNT");
        String number = freshNumber();
        open(number);
        UUID linkId = linked(user, number);

        ConsentWithdrawn withdrawn = withdrawn(user, consent, 2);
        UUID eventId = events.publish(withdrawn);
        assertThat(events.awaitPublished(AccountUnlinked.class, e -> e.linkId().equals(linkId))
                        .cause())
                .isEqualTo(AccountUnlinked.Cause.CONSENT_WITHDRAWN);
        assertThat(get("/api/v1/account-links", user).status()).isEqualTo(403);

        events.publish(signed(user, consent, 1, 3));
        awaitStep(user, "LINK_ACCOUNT");
        UUID secondLink = linked(user, number);

        events.publish(withdrawn, eventId);
        events.publish(withdrawn(user, consent, 2));
        settle();
        assertThat(get("/api/v1/account-links/" + secondLink, user).text("status"))
                .isEqualTo("ACTIVE");
        assertThat(secondLink).isNotEqualTo(linkId);
    }

    @Test
    @DisplayName("A replica that was thrown away and read anew knows of the withdrawal, too")
    void aWithdrawalSurvivesTheRebuildingOfTheReplica() {
        UUID user = Ids.next();
        UUID consent = Ids.next();
        ConsentSigned signed = signed(user, consent, 1, 1);
        ConsentWithdrawn withdrawn = withdrawn(user, consent, 2);
        UUID signature = events.publish(signed);
        awaitStep(user, "LINK_ACCOUNT");
        UUID withdrawal = events.publish(withdrawn);
        awaitStep(user, "SIGN_CONSENT");

        jdbc.sql("delete from consent_standing where user_id = :user")
                .param("user", user)
                .update();
        events.publish(signed, signature);
        awaitStep(user, "LINK_ACCOUNT");
        events.publish(withdrawn, withdrawal);

        awaitStep(user, "SIGN_CONSENT");
    }

    @Test
    void withdrawingAdvertisingEndsNothing() {
        UUID user = signedUser();
        String number = freshNumber();
        open(number);
        UUID linkId = linked(user, number);

        events.publish(new ConsentWithdrawn(
                Ids.next(), user, Ids.next(), 1, ConsentPurpose.ADVERTISING, Ids.next(), Instant.now(), 1));
        settle();

        assertThat(get("/api/v1/account-links/" + linkId, user).text("status")).isEqualTo("ACTIVE");
    }

    @Test
    @DisplayName("F-26: an old signature does not undo a newer withdrawal")
    void reorderedEventsEndInTheSameState() {
        UUID user = Ids.next();
        UUID consent = Ids.next();

        events.publish(withdrawn(user, consent, 2));
        events.publish(signed(user, consent, 1, 1));
        settle();

        assertThat(get("/api/v1/onboarding", user).text("nextStep")).isEqualTo("SIGN_CONSENT");
        events.publish(signed(user, consent, 1, 3));
        awaitStep(user, "LINK_ACCOUNT");
    }

    @Test
    @DisplayName("F-29: fields from the future are passed over")
    void toleratesUnknownFields() {
        UUID user = Ids.next();
        ConsentSigned event = signed(user, Ids.next(), 1, 1);
        String json = """
                {"consentId": "%s", "userId": "%s", "documentId": "%s", "documentVersion": 1,
                 "purpose": "PERSONAL_DATA", "evidenceId": "%s", "method": "PASSWORD",
                 "signedAt": "2026-11-02T09:17:41.502Z", "version": 1, "mood": {"good": true}}""".formatted(event.consentId(), user, DOCUMENT, event.evidenceId());

        events.publishRaw(
                EventType.CONSENT_SIGNED.topic().topicName(),
                event.consentId().toString(),
                json.getBytes(StandardCharsets.UTF_8),
                TestEvents.headers(event, Ids.next()));

        awaitStep(user, "LINK_ACCOUNT");
    }

    @Test
    @DisplayName("A version that has come into force closes the gate until it is signed; one that has not does not")
    void requiredVersionDecides() {
        UUID user = signedUser();

        events.publish(published(2, Instant.now().plus(Duration.ofDays(30)), 2));
        settle();
        assertThat(get("/api/v1/onboarding", user).text("nextStep")).isEqualTo("LINK_ACCOUNT");

        events.publish(published(2, Instant.now().minusSeconds(1), 3));
        try {
            awaitStep(user, "SIGN_CONSENT");
            UUID consent = Ids.next();
            events.publish(signed(user, consent, 2, 1));
            awaitStep(user, "LINK_ACCOUNT");
        } finally {
            // The other tests sign version 1.
            events.publish(published(2, Instant.now().plus(Duration.ofDays(30)), 4));
            awaitStep(user, "LINK_ACCOUNT");
        }
    }

    private static ConsentDocumentPublished published(int documentVersion, Instant requiredFrom, long version) {
        return new ConsentDocumentPublished(
                DOCUMENT,
                documentVersion,
                ConsentPurpose.PERSONAL_DATA,
                true,
                "0".repeat(64),
                Instant.now(),
                requiredFrom,
                version);
    }

    /** An event sent later on every partition has arrived, so what was sent before has as well. */
    private void settle() {
        for (int i = 0; i < 24; i++) {
            UUID marker = Ids.next();
            events.publish(signed(marker, Ids.next(), 1, 1));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> jdbc.sql("select count(*) from consent_standing where user_id = :user")
                                    .param("user", marker)
                                    .query(Integer.class)
                                    .single()
                            == 1);
        }
    }
}
