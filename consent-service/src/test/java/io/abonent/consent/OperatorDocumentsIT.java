package io.abonent.consent;

import static io.abonent.consent.ConsentApi.PERSONAL_DATA;
import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.consent.ConsentApi.Answer;
import io.abonent.consent.document.DocumentFixture;
import io.abonent.contracts.consent.ConsentDocumentPublished;
import io.abonent.platform.event.Ids;
import io.abonent.platform.testkit.TestEvents;
import io.abonent.platform.testkit.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ConsentTest
class OperatorDocumentsIT {
    @Autowired
    private TestEvents events;

    @Autowired
    private DocumentFixture documents;

    private final ConsentApi operator;
    private final ConsentApi person;

    OperatorDocumentsIT(@LocalServerPort int port) {
        operator = new ConsentApi(port)
                .bearer(TestTokens.of("operations-desk")
                        .scopes("operator:consent")
                        .sign());
        person = new ConsentApi(port).as(Ids.next());
    }

    @Test
    void newVersionAsksForANewSignatureAfterTheGrace() {
        UUID documentId = documents.required("Правила сервиса\nПервая редакция");
        Answer first = person.readAndSign(documentId, 1);
        assertThat(first.status()).isEqualTo(201);

        Answer published = publish(
                documentId,
                "Правила сервиса\nВторая редакция, {{operator.name}}",
                Instant.now().plus(Duration.ofHours(1)));
        assertThat(published.status()).as("%s", published).isEqualTo(201);
        assertThat(published.body().get("version").asInt()).isEqualTo(2);
        JsonNode inGrace = person.item(documentId);
        assertThat(inGrace.get("status").asString()).isEqualTo("SIGNED");
        assertThat(inGrace.get("version").asInt()).isEqualTo(1);
        assertThat(inGrace.get("update").get("version").asInt()).isEqualTo(2);
        assertThat(person.read(documentId, 2).body().get("text").asString()).contains("ООО «Абонент Тест»");
        ConsentDocumentPublished event = events.awaitPublished(
                ConsentDocumentPublished.class,
                found -> found.documentId().equals(documentId) && found.documentVersion() == 2);
        assertThat(event.sha256()).isEqualTo(published.body().get("sha256").asString());
        assertThat(event.required()).isTrue();

        publish(documentId, "Правила сервиса\nТретья редакция", Instant.now().plus(Duration.ofSeconds(5)));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> person.item(documentId).get("status").asString().equals("REQUIRED"));
        assertThat(person.item(documentId).get("version").asInt()).isEqualTo(3);
        Answer outdated = person.as(Ids.next()).readAndSign(documentId, 1);
        assertThat(outdated.status()).isEqualTo(409);
        assertThat(outdated.code()).isEqualTo("DOCUMENT_VERSION_OUTDATED");
        assertThat(outdated.body().get("currentVersion").asInt()).isEqualTo(3);

        Answer again = person.readAndSign(documentId, 3);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.id("consentId")).isEqualTo(first.id("consentId"));
        JsonNode proofs = person.get("/api/v1/consents/" + first.id("consentId") + "/evidence")
                .body()
                .get("items");
        assertThat(proofs.findValuesAsString("documentVersion")).containsExactly("1", "3");
    }

    @Test
    void publishedTextIsNotPublishedTwice() {
        UUID documentId = documents.required("Правила\nТекст");

        assertThat(publish(documentId, "Правила\nТекст", null).code()).isEqualTo("DOCUMENT_TEXT_UNCHANGED");
        assertThat(publish(documentId, "Правила\n{{operator.phone}}", null).code())
                .isEqualTo("DOCUMENT_TEXT_UNFINISHED");
        assertThat(publish(documentId, "Правила\nТекст 2", Instant.now().minusSeconds(60))
                        .code())
                .isEqualTo("REQUIRED_FROM_IN_PAST");
        assertThat(publish(Ids.next(), "Правила\nТекст 2", null).code()).isEqualTo("NOT_FOUND");
        assertThat(publish(documentId, " ", null).code()).isEqualTo("REQUEST_INVALID");
    }

    @Test
    void onlyOperatorsPublish() {
        String path = "/api/v1/operator/consent-documents/" + PERSONAL_DATA + "/versions";
        Map<String, Object> body = Map.of("text", "Согласие\nна всё");

        assertThat(person.post(path, body).status()).isEqualTo(403);
        assertThat(person.bearer(
                                TestTokens.of("desk").scopes("operator:billing").sign())
                        .post(path, body)
                        .status())
                .isEqualTo(403);
        assertThat(person.with("Authorization", "").post(path, body).status()).isEqualTo(401);
        assertThat(person.read(PERSONAL_DATA, 2).status()).isEqualTo(404);
        // And an operator is not a customer.
        assertThat(operator.consents().status()).isEqualTo(403);
    }

    private Answer publish(UUID documentId, String text, @Nullable Instant requiredFrom) {
        return operator.post(
                "/api/v1/operator/consent-documents/" + documentId + "/versions",
                requiredFrom == null
                        ? Map.of("text", text)
                        : Map.of("text", text, "requiredFrom", requiredFrom.toString()));
    }
}
