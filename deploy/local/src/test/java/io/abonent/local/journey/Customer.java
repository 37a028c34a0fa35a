package io.abonent.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.local.journey.Api.Answer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A person with a phone or a mailbox who follows the instruction. */
public final class Customer {

    public static final String GAZ_TEST = "0198c000-0000-7000-8000-000000000001";
    public static final String TEPLO_TEST = "0198c000-0000-7000-8000-000000000002";

    private static final Pattern CODE = Pattern.compile("(?<!\\d)(\\d{6})(?!\\d)");
    private static final Pattern LINK = Pattern.compile("https?://\\S+token=([A-Za-z0-9_-]+)");
    private static final RunningSystem SYSTEM = RunningSystem.instance();

    public final String login;
    public final String password;
    /** The login as messages are addressed: E.164 or the address. */
    public final String address;

    private Api api = Api.anonymous();
    private String refreshToken = "";

    public Customer(String login, String address, String password) {
        this.login = login;
        this.address = address;
        this.password = password;
    }

    /** Somebody who has done the first steps already, so that a test can start where it gets interesting. */
    public static Customer withSignedConsent(String phone) {
        Customer customer = new Customer(phone, phone, "sneg8na4");
        String registration = customer.register().text("registrationId");
        assertThat(customer.confirm(registration, customer.code()).status()).isEqualTo(201);
        customer.signIn();
        assertThat(customer.sign().status()).isEqualTo(201);
        return customer;
    }

    public Api api() {
        return api;
    }

    public Answer register() {
        Answer answer = Api.anonymous()
                .post(SYSTEM.identity() + "/api/v1/registrations", Map.of("login", login, "password", password));
        assertThat(answer.status()).as("%s", answer).isEqualTo(202);
        return answer;
    }

    public Answer confirm(String registrationId, String code) {
        return Api.anonymous()
                .post(
                        SYSTEM.identity() + "/api/v1/registrations/" + registrationId + "/confirmation",
                        Map.of("code", code));
    }

    Answer confirmByLink(String token) {
        return Api.anonymous().post(SYSTEM.identity() + "/api/v1/confirmations", Map.of("token", token));
    }

    public String code() {
        return find(CODE, message("a code", text -> CODE.matcher(text).find()), 1);
    }

    public String linkFromLetter() {
        return find(LINK, message("a link", text -> LINK.matcher(text).find()), 0);
    }

    static String tokenOf(String link) {
        return find(LINK, link, 1);
    }

    /** The newest message to this person that fits, waited for. */
    public String message(String what, java.util.function.Predicate<String> which) {
        return Polling.until(
                what + " for " + address,
                () -> messages().stream().filter(which).findFirst().orElse(""),
                text -> !text.isEmpty());
    }

    public List<String> messages() {
        JsonNode messages = Api.anonymous()
                .get(SYSTEM.simulators() + "/messages?to=" + Api.encode(address))
                .body();
        return messages.valueStream()
                .map(message -> message.path("subject").asString("") + "\n"
                        + message.path("text").asString(""))
                .toList();
    }

    /** First-party challenge with PKCE, then the tokens. */
    public void signIn() {
        String verifier = UUID.randomUUID().toString() + UUID.randomUUID();
        Answer challenge = challenge(password, verifier);
        assertThat(challenge.status()).as("%s", challenge).isEqualTo(200);
        Answer tokens = Api.anonymous()
                .form(
                        SYSTEM.identity() + "/oauth2/token",
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "client_id",
                                "local-demo",
                                "code",
                                challenge.text("authorization_code"),
                                "code_verifier",
                                verifier));
        use(tokens);
    }

    Answer challenge(String givenPassword, String verifier) {
        return Api.anonymous()
                .form(
                        SYSTEM.identity() + "/oauth2/authorize-challenge",
                        Map.of(
                                "client_id",
                                "local-demo",
                                "username",
                                login,
                                "password",
                                givenPassword,
                                "scope",
                                "openid cabinet offline_access",
                                "code_challenge",
                                s256(verifier),
                                "code_challenge_method",
                                "S256"));
    }

    String refresh() {
        String before = refreshToken;
        use(refreshWith(before));
        return before;
    }

    static Answer refreshWith(String token) {
        return Api.anonymous()
                .form(
                        SYSTEM.identity() + "/oauth2/token",
                        Map.of("grant_type", "refresh_token", "client_id", "local-demo", "refresh_token", token));
    }

    private void use(Answer tokens) {
        assertThat(tokens.status()).as("%s", tokens).isEqualTo(200);
        refreshToken = tokens.text("refresh_token");
        api = Api.anonymous().as(tokens.text("access_token"));
    }

    public JsonNode requiredConsent() {
        Answer consents = api.get(SYSTEM.consent() + "/api/v1/consents");
        assertThat(consents.status()).as("%s", consents).isEqualTo(200);
        return consents.body()
                .get("items")
                .valueStream()
                .filter(item -> item.path("purpose").asString().equals("PERSONAL_DATA"))
                .findFirst()
                .orElseThrow();
    }

    public Answer sign() {
        JsonNode item = requiredConsent();
        Answer text = api.get(SYSTEM.consent() + "/api/v1/consent-documents/"
                + item.get("documentId").asString() + "/versions/"
                + item.get("version").asInt());
        assertThat(text.status()).as("%s", text).isEqualTo(200);
        return api.post(
                SYSTEM.consent() + "/api/v1/consents",
                Map.of(
                        "documentId", item.get("documentId").asString(),
                        "version", item.get("version").asInt(),
                        "sha256", text.text("sha256")));
    }

    public Answer link(String supplierId, String accountNumber) {
        return api.post(
                SYSTEM.account() + "/api/v1/account-links",
                Map.of("supplierId", supplierId, "accountNumber", accountNumber));
    }

    public Answer extend(String linkId, String method, String secret) {
        return api.post(
                SYSTEM.account() + "/api/v1/account-links/" + linkId + "/extended-access",
                Map.of("method", method, "secret", secret));
    }

    public Answer balance(String supplyAccountId) {
        return api.get(SYSTEM.billing() + "/api/v1/supply-accounts/" + supplyAccountId + "/balance");
    }

    public Answer quote(Map<String, Object> part) {
        return api.post(SYSTEM.billing() + "/api/v1/payment-quotes", Map.of("parts", List.of(part)));
    }

    public Answer pay(String quoteId, String method) {
        return api.post(
                SYSTEM.billing() + "/api/v1/payments",
                Map.of("quoteId", quoteId, "method", method, "returnUrl", "http://localhost:8080/payments"));
    }

    /** What happens at the provider's page, chosen at the simulated provider. */
    public static void decide(String paymentId, String outcome) {
        Answer decision = Api.anonymous()
                .post(SYSTEM.simulators() + "/payments/" + paymentId + "/decision", Map.of("outcome", outcome));
        assertThat(decision.status()).as("%s", decision).isBetween(200, 204);
    }

    public JsonNode payment(String paymentId) {
        return api.get(SYSTEM.billing() + "/api/v1/payments/" + paymentId).body();
    }

    public JsonNode meter(String supplyAccountId) {
        Answer meters = Polling.until(
                "meters",
                () -> api.get(SYSTEM.billing() + "/api/v1/supply-accounts/" + supplyAccountId + "/meters"),
                answer -> answer.status() == 200 && !answer.body().get("items").isEmpty());
        return meters.body().get("items").get(0);
    }

    public JsonNode submit(String meterId, Object value) {
        Answer answer = api.post(
                SYSTEM.billing() + "/api/v1/meter-readings",
                Map.of(
                        "readings",
                        List.of(Map.of(
                                "meterId", meterId, "registers", List.of(Map.of("code", "T1", "value", value))))));
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.body().get("results").get(0);
    }

    private static String find(Pattern pattern, String text, int group) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s in '%s'", pattern, text).isTrue();
        return matcher.group(group);
    }

    private static String s256(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
