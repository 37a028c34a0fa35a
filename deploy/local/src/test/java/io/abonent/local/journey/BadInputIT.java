package io.abonent.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.local.journey.Api.Answer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Bad input gets a clear answer with a stable code, in the reader's language, and loses nothing. */
class BadInputIT {

    private static final RunningSystem SYSTEM = RunningSystem.instance();
    private static final String REGISTRATIONS = SYSTEM.identity() + "/api/v1/registrations";

    @Test
    void namesTheCyrillicLetterInAPassword() {
        Answer answer = Api.anonymous().post(REGISTRATIONS, Map.of("login", "+79993330001", "password", "sнег8na4"));
        assertProblem(answer, 422, "PASSWORD_NON_LATIN");
        Answer english =
                Api.anonymous().in("en").post(REGISTRATIONS, Map.of("login", "+79993330001", "password", "sнег8na4"));
        assertThat(english.text("title")).isNotEqualTo(answer.text("title")).matches("[\\x00-\\x7F’—–]+");
    }

    @Test
    void refusesPasswordsAndLoginsThatBreakTheRule() {
        assertProblem(
                Api.anonymous().post(REGISTRATIONS, Map.of("login", "+79993330002", "password", "four")),
                422,
                "PASSWORD_POLICY");
        assertProblem(
                Api.anonymous().post(REGISTRATIONS, Map.of("login", "8999", "password", "sneg8na4")),
                422,
                "LOGIN_FORMAT_INVALID");
    }

    @Test
    void refusesUnknownFieldsBrokenJsonAndTenMegabytes() {
        assertProblem(
                Api.anonymous()
                        .post(REGISTRATIONS, Map.of("login", "+79993330003", "password", "sneg8na4", "role", "ADMIN")),
                400,
                "REQUEST_INVALID");
        assertProblem(Api.anonymous().post(REGISTRATIONS, "{\"login\": "), 400, "REQUEST_INVALID");
        String huge = "{\"login\":\"" + "9".repeat(10 * 1024 * 1024) + "\",\"password\":\"sneg8na4\"}";
        assertProblem(Api.anonymous().post(REGISTRATIONS, huge), 413, "BODY_TOO_LARGE");
    }

    @Test
    void supersedesTheOldCodeAndSaysSo() {
        Customer customer = new Customer("+79993330004", "+79993330004", "sneg8na4");
        String registrationId = customer.register().text("registrationId");
        customer.code();
        Answer tooSoon = Api.anonymous().post(REGISTRATIONS + "/" + registrationId + "/resend", Map.of());
        assertProblem(tooSoon, 429, "RESEND_TOO_SOON");
        assertThat(tooSoon.headers()).containsKey("retry-after");
    }

    @Test
    void explainsTheAccountNumber() {
        Customer customer = Customer.withSignedConsent("+79993330005");
        assertProblem(customer.link(Customer.GAZ_TEST, "О23-185952"), 422, "ACCOUNT_NUMBER_FORMAT");
        assertProblem(customer.link(Customer.GAZ_TEST, "000-000000"), 422, "ACCOUNT_NUMBER_FORMAT");
        assertProblem(customer.link(Customer.GAZ_TEST, "29999999"), 422, "ACCOUNT_NOT_LINKABLE");
        assertProblem(customer.link(Customer.TEPLO_TEST, "123456"), 422, "ACCOUNT_NUMBER_FORMAT");
    }

    @Test
    void refusesADebtThatIsNotThereAndALowerReading() {
        Customer customer = Customer.withSignedConsent("+79993330006");
        // 30 100 000 mod 100 000 = 0 kopecks due, 0 m³ before.
        String paid = customer.link(Customer.GAZ_TEST, "30100000").text("supplyAccountId");
        Polling.until("the balance", () -> customer.balance(paid).status(), status -> status == 200);
        assertProblem(customer.quote(Map.of("supplyAccountId", paid, "mode", "DEBT")), 409, "NOTHING_DUE");
        String read = customer.link(Customer.GAZ_TEST, "30101234").text("supplyAccountId");
        String meterId = customer.meter(read).get("meterId").asString();
        JsonNode lower = customer.submit(meterId, 1233);
        assertThat(lower.get("code").asString()).isEqualTo("READING_BELOW_PREVIOUS");
        assertThat(lower.has("readingId")).isFalse();
        // In the basic version the refusal does not give the previous value away.
        assertThat(lower.toString()).doesNotContain("1234");
    }

    @Test
    void answersARepeatedRequestWithTheFirstAnswer() {
        Customer customer = Customer.withSignedConsent("+79993330007");
        String key = UUID.randomUUID().toString();
        String url = SYSTEM.account() + "/api/v1/account-links";
        Map<String, String> body = Map.of("supplierId", Customer.GAZ_TEST, "accountNumber", "30200001");
        Answer first = customer.api().post(url, body, key);
        Answer second = customer.api().post(url, body, key);
        assertThat(first.status()).as("%s", first).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers()).containsEntry("idempotency-replayed", "true");
        Answer other =
                customer.api().post(url, Map.of("supplierId", Customer.GAZ_TEST, "accountNumber", "30200002"), key);
        assertProblem(other, 422, "IDEMPOTENCY_CONFLICT");
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
        assertThat(answer.text("title")).isNotBlank();
        assertThat(answer.body().get("status").asInt()).isEqualTo(status);
    }
}
