package io.abonent.consent;

import static io.abonent.consent.ConsentApi.ADVERTISING;
import static io.abonent.consent.ConsentApi.PERSONAL_DATA;
import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.consent.ConsentApi.Answer;
import io.abonent.platform.event.Ids;
import io.abonent.platform.testkit.TestTokens;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ConsentTest
class ConsentRefusalsIT {
    private static final String NOWHERE = "/api/v1/consents/0198c000-0000-7000-8000-00000000dead";

    private final ConsentApi stranger;
    private final UUID userId = Ids.next();
    private final ConsentApi person;

    ConsentRefusalsIT(@LocalServerPort int port) {
        stranger = new ConsentApi(port);
        person = stranger.as(userId);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/consents",
                "GET " + NOWHERE + "/evidence",
                "POST " + NOWHERE + "/withdrawal",
                "POST /api/v1/consents"
            })
    void nothingOfAPersonWithoutToken(String route) {
        String path = route.substring(route.indexOf(' ') + 1);
        for (ConsentApi caller : new ConsentApi[] {
            stranger,
            stranger.bearer(TestTokens.expired(userId)),
            stranger.bearer(TestTokens.forOtherAudience(userId)),
            stranger.bearer(TestTokens.byStranger(userId))
        }) {
            Answer answer = route.startsWith("GET") ? caller.get(path) : caller.post(path, Map.of());
            assertThat(answer.status()).as("%s", answer).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
        }
        Answer noScope = stranger.bearer(TestTokens.withoutScope(userId)).get("/api/v1/consents");
        assertThat(noScope.status()).isEqualTo(403);
    }

    @Test
    void textsAreOpenToEverybody() {
        Answer text = stranger.read(PERSONAL_DATA, 1);

        assertThat(text.status()).isEqualTo(200);
        assertThat(text.body().get("title").asString()).isEqualTo("Согласие на обработку персональных данных");
        assertThat(text.body().path("translation").path("language").asString()).isEqualTo("en");
        assertThat(stranger.get("/api/v1/signature-agreements/1").status()).isEqualTo(200);
        assertThat(stranger.get("/api/v1/signature-agreements/2").status()).isEqualTo(404);
        assertThat(stranger.read(PERSONAL_DATA, 77).code()).isEqualTo("NOT_FOUND");
        assertThat(stranger.read(Ids.next(), 1).code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void textMustBeOpenedBeforeItIsSigned() {
        String sha256 = stranger.read(PERSONAL_DATA, 1).body().get("sha256").asString();

        Answer unread = person.sign(PERSONAL_DATA, 1, sha256);
        assertThat(unread.status()).isEqualTo(409);
        assertThat(unread.code()).isEqualTo("DOCUMENT_NOT_PRESENTED");
        assertThat(unread.body().get("title").asString()).isEqualTo("Документ не прочитан");

        assertThat(person.readAndSign(PERSONAL_DATA, 1).status()).isEqualTo(201);
    }

    @Test
    void textMustBeOpenedAgainAfterAWithdrawal() {
        Answer signed = person.readAndSign(ADVERTISING, 1);
        person.withdraw(signed.id("consentId"));
        String sha256 = stranger.read(ADVERTISING, 1).body().get("sha256").asString();

        assertThat(person.sign(ADVERTISING, 1, sha256).code()).isEqualTo("DOCUMENT_NOT_PRESENTED");
        assertThat(person.readAndSign(ADVERTISING, 1).status()).isEqualTo(201);
    }

    @Test
    void otherTextIsNotSigned() {
        person.read(PERSONAL_DATA, 1);

        Answer other = person.with("Accept-Language", "en").sign(PERSONAL_DATA, 1, "f".repeat(64));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("DOCUMENT_HASH_MISMATCH");
        assertThat(other.body().get("title").asString()).isEqualTo("The text differs from the published one");
    }

    @Test
    void unknownDocumentOrVersionIsNotFound() {
        assertThat(person.sign(Ids.next(), 1, "a".repeat(64)).code()).isEqualTo("NOT_FOUND");
        assertThat(person.sign(PERSONAL_DATA, 99, "a".repeat(64)).code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void secondSignatureOfTheSameTextReturnsTheFirst() {
        Answer first = person.readAndSign(PERSONAL_DATA, 1);
        Answer second = person.readAndSign(PERSONAL_DATA, 1);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(person.get("/api/v1/consents/" + first.id("consentId") + "/evidence")
                        .body()
                        .get("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void retryWithTheSameKeyReplaysTheAnswer() {
        String sha256 = person.read(PERSONAL_DATA, 1).body().get("sha256").asString();
        Map<String, Object> body = Map.of("documentId", PERSONAL_DATA, "version", 1, "sha256", sha256);
        ConsentApi keyed = person.with("Idempotency-Key", UUID.randomUUID().toString());

        Answer first = keyed.post("/api/v1/consents", body);
        Answer again = keyed.post("/api/v1/consents", body);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.response().headers().firstValue("Idempotency-Replayed"))
                .contains("true");
        assertThat(keyed.post("/api/v1/consents", Map.of("documentId", ADVERTISING, "version", 1, "sha256", sha256))
                        .code())
                .isEqualTo("IDEMPOTENCY_CONFLICT");
        assertThat(person.post("/api/v1/consents", body).code()).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
    }

    @Test
    @DisplayName("F-72: another person's consent is not found")
    void anotherPersonsConsentDoesNotExist() {
        UUID consentId = person.readAndSign(PERSONAL_DATA, 1).id("consentId");
        ConsentApi other = stranger.as(Ids.next());

        Answer evidence = other.get("/api/v1/consents/" + consentId + "/evidence");
        Answer withdrawal = other.withdraw(consentId);

        assertThat(evidence.status()).isEqualTo(404);
        assertThat(withdrawal.status()).isEqualTo(404);
        assertThat(evidence.body().get("detail"))
                .isEqualTo(other.get(NOWHERE + "/evidence").body().get("detail"));
        assertThat(person.item(PERSONAL_DATA).get("status").asString()).isEqualTo("SIGNED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"documentId\": \"no uuid\", \"version\": 1, \"sha256\": \"%1$s\"}",
                "{\"documentId\": \"%2$s\", \"version\": 0, \"sha256\": \"%1$s\"}",
                "{\"documentId\": \"%2$s\", \"version\": 1, \"sha256\": \"ABC\"}",
                "{\"documentId\": \"%2$s\", \"version\": 1}",
                "{\"documentId\": \"%2$s\", \"version\": 1, \"sha256\": \"%1$s\", \"userId\": \"%2$s\"}",
                "[1]",
                "{"
            })
    @DisplayName("F-73: the shape is checked first, unknown properties are refused")
    void malformedRequestIsRefused(String json) {
        Answer answer = person.with("Idempotency-Key", UUID.randomUUID().toString())
                .postRaw("/api/v1/consents", json.formatted("a".repeat(64), PERSONAL_DATA));

        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("REQUEST_INVALID");
    }
}
