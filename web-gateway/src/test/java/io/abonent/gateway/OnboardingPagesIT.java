package io.abonent.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.gateway.Browser.Page;
import io.abonent.gateway.FakeService.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The first steps, page by page, with services that answer as the real ones do. */
@GatewayTest
class OnboardingPagesIT {

    private static final String ID = "0198c000-0000-7000-8000-000000000001";
    private static final String LINK = "0198c000-0000-7000-8000-000000000002";
    private static final String REGISTRATION = """
            {"registrationId":"%s","channel":"EMAIL","target":"n***@example.ru",
             "expiresAt":"2036-01-01T00:00:00Z","resendAvailableAt":"2020-01-01T00:00:00Z"}""".formatted(ID);
    private static final String SUPPLIER = """
            {"supplierId":"%s","name":"Газ Тест","region":"Тестовская область","accountNumberHint":"Восемь цифр",
             "accountNumberExample":"023-185952","accessMethods":["PIN","METER_SERIAL"]}""".formatted(ID);

    @LocalServerPort
    private int port;

    private static String link(String status, String level) {
        return """
                {"linkId":"%s","supplyAccountId":"%s","supplierId":"%s","supplierName":"Газ Тест","accountNumber":"23185952",
                 "accountNumberDisplay":"023-185952","accessLevel":"%s","status":"%s"}""".formatted(LINK, ID, ID, level, status);
    }

    @Test
    void aRegistrationIsConfirmedByTheCode() {
        Browser browser = new Browser(port);
        FakeServices.IDENTITY
                .on("POST /api/v1/registrations", Answer.json(202, REGISTRATION))
                .on(
                        "POST /api/v1/registrations/" + ID + "/confirmation",
                        asked -> asked.body().contains("123456")
                                ? Answer.json(201, "{\"userId\":\"" + ID + "\"}")
                                : Answer.problem(422, "CODE_INVALID", ",\"attemptsLeft\":4"));
        assertThat(browser.get("/register/code").location()).isEqualTo("/register");
        browser.get("/register");
        assertThat(browser.post("/register", Map.of("login", " Name@Example.ru ", "password", "sneg8na4"))
                        .location())
                .isEqualTo("/register/code");
        assertThat(browser.get("/register/code").body()).contains("n***@example.ru", "one-time-code");

        assertThat(browser.post("/register/code", Map.of("code", "000000")).body())
                .contains("Что делать");
        assertThat(browser.post("/register/code", Map.of("code", "123 456")).location())
                .isEqualTo("/sign-in?why=registered");

        assertThat(browser.get("/sign-in?why=registered").body()).contains("кабинет создан", "Name@Example.ru");
        assertThat(browser.get("/register/code").location()).isEqualTo("/register");
    }

    @Test
    void aCodeIsSentAgain() {
        Browser browser = new Browser(port);
        FakeServices.IDENTITY
                .on("POST /api/v1/registrations", Answer.json(202, REGISTRATION))
                .on("POST /api/v1/registrations/" + ID + "/resend", Answer.json(202, REGISTRATION));
        browser.get("/register");
        browser.post("/register", Map.of("login", "name@example.ru", "password", "sneg8na4"));

        assertThat(browser.post("/register/resend", Map.of()).location()).isEqualTo("/register/code");
        assertThat(browser.get("/register/code").body()).contains("Мы отправили новый код");

        FakeServices.IDENTITY.on(
                "POST /api/v1/registrations/" + ID + "/resend",
                Answer.problem(429, "RESEND_TOO_SOON").with("Retry-After", "41"));
        assertThat(browser.post("/register/resend", Map.of()).body()).contains("запросите новое через 41");
    }

    @ParameterizedTest
    @CsvSource({
        "LOGIN_FORMAT_INVALID,login-error",
        "PASSWORD_POLICY,password-error",
        "PASSWORD_NON_LATIN,password-error",
        "PASSWORD_BREACHED,password-error"
    })
    void aRefusalStandsAtItsField(String code, String id) {
        Browser browser = new Browser(port);
        browser.get("/register");
        FakeServices.IDENTITY.on("POST /api/v1/registrations", Answer.problem(422, code));
        Page page = browser.post("/register", Map.of("login", "+7999", "password", "парольпароль"));
        assertThat(page.body())
                .contains("id=\"" + id + "\"")
                .contains("Что делать")
                .contains("+7999");
        assertThat(page.body()).doesNotContain("парольпароль");
    }

    @Test
    void openingTheLinkOfALetterConfirmsNothing() {
        Browser browser = new Browser(port);
        FakeServices.IDENTITY.on("POST /api/v1/confirmations", Answer.json(201, "{\"userId\":\"" + ID + "\"}"));

        Page page = browser.get("/confirm?token=abc");
        assertThat(page.hidden("/confirm", "token")).isEqualTo("abc");
        assertThat(FakeServices.IDENTITY.asked("POST /api/v1/confirmations")).isEmpty();

        assertThat(browser.post("/confirm", Map.of("token", "abc")).location()).isEqualTo("/sign-in?why=registered");
        FakeServices.IDENTITY.on("POST /api/v1/confirmations", Answer.problem(422, "LINK_EXPIRED"));
        assertThat(browser.post("/confirm", Map.of("token", "abc")).body()).contains("Ссылка больше не действует");
    }

    @Test
    void theConsentIsReadAndSignedOnce() {
        Browser browser = Browser.signedIn(port);
        String path = "/consent/" + ID + "/1";
        FakeServices.CONSENT
                .on("GET /api/v1/consents", Answer.json(200, """
                        {"items":[{"documentId":"%s","version":1,"purpose":"PERSONAL_DATA","title":"Согласие",
                          "required":true,"status":"REQUIRED"}],"offered":[]}""".formatted(ID)))
                .on("GET /api/v1/consent-documents/" + ID + "/versions/1", Answer.json(200, """
                        {"documentId":"%s","version":1,"title":"Согласие на обработку","text":"Согласие\\n\\n1. Кто\\nЯ & <b>",
                         "sha256":"%s","publishedAt":"2026-01-01T00:00:00Z","requiredFrom":"2026-01-01T00:00:00Z"}""".formatted(
                                ID, "a".repeat(64))))
                .on("POST /api/v1/consents", Answer.problem(503, "TEMPORARILY_UNAVAILABLE"));

        assertThat(browser.get("/consent").location()).isEqualTo(path);
        Page page = browser.get(path);
        assertThat(page.body())
                .contains("Согласие на обработку", "Я &amp; &lt;b&gt;")
                .doesNotContain("checked");
        String key = page.hidden(path, "key");
        Map<String, String> form = Map.of("key", key, "sha256", page.hidden(path, "sha256"), "agreed", "true");

        assertThat(browser.post(path, Map.of("key", key, "sha256", "b")).body()).contains("Поставьте отметку");
        Page again = browser.post(path, form);
        assertThat(again.status()).isEqualTo(503);
        assertThat(again.hidden(path, "key")).as("the same wish").isEqualTo(key);

        FakeServices.CONSENT.on("POST /api/v1/consents", Answer.json(201, """
                {"consentId":"%s","evidenceId":"%s","signedAt":"2026-11-26T10:00:00Z"}""".formatted(ID, ID)));
        assertThat(browser.post(path, form).location()).isEqualTo("/home");
        assertThat(browser.post(path, form).location()).isEqualTo("/home");
        assertThat(FakeServices.CONSENT.asked("POST /api/v1/consents"))
                .hasSize(3)
                .allSatisfy(asked -> assertThat(asked.header("idempotency-key")).isEqualTo(key));
    }

    @Test
    void anOldPasswordIsAskedForAgain() {
        Browser browser = Browser.signedIn(port);
        browser.get("/home");
        FakeServices.CONSENT.on("POST /api/v1/consents", Answer.problem(403, "SIGNATURE_EXPIRED"));

        Page page =
                browser.post("/consent/" + ID + "/1", Map.of("key", ID, "sha256", "a".repeat(64), "agreed", "true"));

        assertThat(page.location()).isEqualTo("/sign-in?why=password&next=%2Fconsent%2F" + ID + "%2F1");
        assertThat(browser.get(page.location()).body()).contains("введите пароль ещё раз");
    }

    @Test
    void anAccountIsFoundShownAndLinked() {
        Browser browser = Browser.signedIn(port);
        String path = "/accounts/link/" + ID;
        FakeServices.ACCOUNT
                .on("GET /api/v1/suppliers", Answer.json(200, "{\"items\":[" + SUPPLIER + "]}"))
                .on("GET /api/v1/suppliers/" + ID, Answer.json(200, SUPPLIER))
                .on(
                        "POST /api/v1/suppliers/" + ID + "/account-number-checks",
                        Answer.json(200, "{\"fits\":true,\"accountNumberDisplay\":\"023-185952\",\"letters\":false}"))
                .on("POST /api/v1/account-link-previews", Answer.json(200, """
                        {"supplierId":"%s","supplierName":"Газ Тест","accountNumber":"23185952",
                         "accountNumberDisplay":"023-185952","address":"г Т***, ул Л***, д. 1**"}""".formatted(ID)))
                .on("POST /api/v1/account-links", Answer.json(201, link("ACTIVE", "BASIC")));

        assertThat(browser.get("/accounts/link").body()).contains("Газ Тест", path);
        Page fragment =
                browser.get("/accounts/link?query=газ".replace("газ", "%D0%B3%D0%B0%D0%B7"), "HX-Request", "true");
        assertThat(fragment.body()).contains("Газ Тест").doesNotContain("<html");
        assertThat(browser.get(path).body()).contains("Восемь цифр", "023-185952");
        assertThat(browser.post(path + "/help", Map.of("number", "023 185952"), "HX-Request", "true")
                        .body())
                .contains("Номер похож на настоящий: 023-185952")
                .doesNotContain("<html");
        Page confirm = browser.post(path, Map.of("number", "023-185952"));
        assertThat(confirm.body()).contains("г Т***, ул Л***, д. 1**");
        String key = confirm.hidden(path + "/confirm", "key");

        Map<String, String> form = Map.of("key", key, "number", "023-185952", "alias", "Дом");
        assertThat(browser.post(path + "/confirm", form).location()).isEqualTo("/home");
        assertThat(browser.get("/home").body()).contains("Лицевой счёт подключён");
        assertThat(FakeServices.ACCOUNT.asked("POST /api/v1/account-links"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.body()).contains("\"alias\":\"Дом\"", "023-185952"));
    }

    @ParameterizedTest
    @CsvSource({
        "422,ACCOUNT_NUMBER_FORMAT,number-error",
        "422,ACCOUNT_NOT_LINKABLE,Сверьте каждую цифру",
        "429,ATTEMPTS_EXCEEDED,Попробуйте снова через 15",
        "409,LINK_LIMIT,Что делать"
    })
    void aNumberThatIsRefusedStaysInTheField(int status, String code, String text) {
        Browser browser = Browser.signedIn(port);
        FakeServices.ACCOUNT
                .on("GET /api/v1/suppliers/" + ID, Answer.json(200, SUPPLIER))
                .on(
                        "POST /api/v1/account-link-previews",
                        Answer.problem(status, code).with("Retry-After", "900"));
        browser.get("/accounts/link/" + ID);

        Page page = browser.post("/accounts/link/" + ID, Map.of("number", "О23"));

        assertThat(page.body()).contains(text).contains("value=\"О23\"");
    }

    @Test
    void aSupplierThatDoesNotAnswerIsWaitedFor() {
        Browser browser = Browser.signedIn(port);
        FakeServices.ACCOUNT
                .on("GET /api/v1/suppliers/" + ID, Answer.json(200, SUPPLIER))
                .on("POST /api/v1/account-link-previews", Answer.problem(503, "SUPPLIER_UNAVAILABLE"))
                .on("POST /api/v1/account-links", Answer.json(202, link("PENDING_SUPPLIER", "BASIC")))
                .on("GET /api/v1/account-links/" + LINK, Answer.json(200, link("PENDING_SUPPLIER", "BASIC")));
        browser.get("/accounts/link/" + ID);
        Page silent = browser.post("/accounts/link/" + ID, Map.of("number", "023-185952"));
        assertThat(silent.body()).contains("Поставщик пока не отвечает");
        String waiting = browser.post(
                        "/accounts/link/" + ID + "/confirm",
                        Map.of(
                                "number",
                                "023-185952",
                                "key",
                                silent.hidden("/accounts/link/" + ID + "/confirm", "key")))
                .location();
        assertThat(waiting).isEqualTo("/accounts/" + LINK);
        assertThat(browser.get(waiting).body()).contains("Спрашиваем поставщика", "hx-trigger=\"every 4s\"");

        FakeServices.ACCOUNT.on("GET /api/v1/account-links/" + LINK, Answer.json(200, link("REJECTED", "BASIC")));
        assertThat(browser.get(waiting + "/waiting", "HX-Request", "true").body())
                .contains("Такой счёт подключить нельзя", "/accounts/link/" + ID)
                .doesNotContain("hx-trigger", "<html");
        FakeServices.ACCOUNT.on("GET /api/v1/account-links/" + LINK, Answer.json(200, link("ACTIVE", "BASIC")));
        Page moved = browser.get(waiting + "/waiting", "HX-Request", "true");
        assertThat(moved.header("hx-redirect")).isEqualTo("/accounts/" + LINK);
    }

    @Test
    void theExtendedVersionOpensByOneOfTwoProofs() {
        Browser browser = Browser.signedIn(port);
        String path = "/accounts/" + LINK + "/extended";
        String call = "POST /api/v1/account-links/" + LINK + "/extended-access";
        FakeServices.ACCOUNT
                .on("GET /api/v1/suppliers/" + ID, Answer.json(200, SUPPLIER))
                .on("GET /api/v1/account-links/" + LINK, Answer.json(200, link("ACTIVE", "BASIC")))
                .on(call, Answer.problem(422, "ACCESS_SECRET_MISMATCH", ",\"attemptsLeft\":3"));

        assertThat(browser.get(path).body()).contains("method=PIN", "method=METER_SERIAL");
        Page form = browser.get(path + "?method=PIN");
        Map<String, String> proof = Map.of("key", form.hidden(path, "key"), "method", "PIN", "secret", "4821");
        Page wrong = browser.post(path, proof);
        assertThat(wrong.body()).contains("Осталось попыток: 3").doesNotContain("4821");

        FakeServices.ACCOUNT.on(call, Answer.json(200, "{\"linkId\":\"" + LINK + "\",\"accessLevel\":\"EXTENDED\"}"));
        assertThat(browser.post(path, proof).location()).isEqualTo("/accounts/" + LINK);
        FakeServices.ACCOUNT.on("GET /api/v1/account-links/" + LINK, Answer.json(200, link("ACTIVE", "EXTENDED")));
        assertThat(browser.get(path).location()).isEqualTo("/accounts/" + LINK);
    }
}
