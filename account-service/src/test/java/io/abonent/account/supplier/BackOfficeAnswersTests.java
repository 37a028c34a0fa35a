package io.abonent.account.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.abonent.account.supplier.BackOfficeAnswers.Garbled;
import io.abonent.account.supplier.BackOfficeAnswers.Raw;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.http.MediaType;

@DisplayName("F-41: garbage is neither an account, nor its absence, nor a match")
class BackOfficeAnswersTests {

    private static final String GOOD = """
            {"accountRef": "gt-7f3a", "number": "23185952", "address": "г Тестовск, ул Ленина, д. 12, кв. 7",
             "status": "OPEN", "currency": "RUB"}""";

    static final List<Raw> GARBAGE = List.of(
            json(200, ""),
            json(200, " "),
            json(200, "null"),
            json(200, "[]"),
            json(200, "true"),
            json(200, "\"OK\""),
            json(200, "{}"),
            json(200, "{"),
            json(200, "<html>OK</html>"),
            json(200, GOOD.substring(0, GOOD.length() - 5)),
            json(200, GOOD + "{}"),
            json(200, GOOD.replace("23185952", "23185953")),
            json(200, GOOD.replace("\"23185952\"", "23185952")),
            json(200, GOOD.replace("\"number\": \"23185952\",", "")),
            json(200, GOOD.replace("\"gt-7f3a\"", "null")),
            json(200, GOOD.replace("gt-7f3a", "  ")),
            json(200, GOOD.replace("gt-7f3a", "x".repeat(101))),
            json(200, GOOD.replace("\"gt-7f3a\"", "{\"id\": 1}")),
            json(200, GOOD.replace("OPEN", "open")),
            json(200, GOOD.replace("OPEN", "FROZEN")),
            json(200, GOOD.replace("\"OPEN\"", "true")),
            json(200, GOOD.replace("RUB", "руб")),
            json(200, GOOD.replace("RUB", "")),
            json(200, GOOD.replaceFirst("\"address\": \"[^\"]*\"", "\"address\": \"\"")),
            json(200, GOOD.replaceFirst("\"address\": \"[^\"]*\"", "\"address\": \"" + "я".repeat(301) + "\"")),
            json(200, GOOD.replace("\"status\"", "\"number\": \"23185953\", \"status\"")),
            json(200, "{\"accounts\": [" + GOOD + "]}"),
            json(200, "{\"code\": \"NOT_FOUND\"}"),
            json(200, "x".repeat(BackOfficeAnswers.MAX_BODY + 1)),
            json(204, ""),
            json(302, "{}"),
            json(400, "{\"code\": \"NOT_FOUND\"}"),
            json(401, "{\"code\": \"UNAUTHORIZED\"}"),
            json(404, "{}"),
            json(404, "{\"code\": \"NO_SUCH_SUPPLIER\"}"),
            json(404, "{\"error\": \"NOT_FOUND\"}"),
            json(404, "{\"code\": 404}"),
            json(410, "{\"code\": \"NOT_FOUND\"}"),
            json(500, GOOD),
            json(500, "{\"code\": \"NOT_FOUND\"}"),
            json(503, "{\"match\": true}"),
            new Raw(200, MediaType.TEXT_HTML, bytes(GOOD)),
            new Raw(404, MediaType.TEXT_HTML, bytes("{\"code\": \"NOT_FOUND\"}")),
            new Raw(200, null, bytes(GOOD)),
            new Raw(404, null, bytes("")),
            json(200, "{\"match\": \"true\"}"),
            json(200, "{\"match\": 1}"),
            json(200, "{\"match\": null}"),
            json(200, "{\"match\": [true]}"),
            json(200, "{\"match\": false, \"match\": true}"),
            json(200, "{\"Match\": true}"));

    @ParameterizedTest
    @FieldSource("GARBAGE")
    void believesNoGarbage(Raw garbage) {
        assertThatThrownBy(() -> BackOfficeAnswers.lookup(garbage, "23185952")).isInstanceOf(Garbled.class);
        assertThatThrownBy(() -> BackOfficeAnswers.accessCheck(garbage)).isInstanceOf(Garbled.class);
    }

    @Test
    void readsAnOpenAndAClosedAccount() {
        assertThat(BackOfficeAnswers.lookup(json(200, GOOD), "23185952"))
                .isEqualTo(new AccountLookup.Found("gt-7f3a", "г Тестовск, ул Ленина, д. 12, кв. 7", true, "RUB"));
        assertThat(BackOfficeAnswers.lookup(json(200, GOOD.replace("OPEN", "CLOSED")), "23185952"))
                .isInstanceOfSatisfying(
                        AccountLookup.Found.class,
                        found -> assertThat(found.open()).isFalse());
    }

    @Test
    void toleratesFieldsItDoesNotKnow() {
        Raw richer = json(200, GOOD.replace("\"status\"", "\"area\": 54.2, \"status\""));

        assertThat(BackOfficeAnswers.lookup(richer, "23185952")).isInstanceOf(AccountLookup.Found.class);
    }

    @Test
    void believesAClearNo() {
        assertThat(BackOfficeAnswers.lookup(json(404, "{\"code\": \"NOT_FOUND\"}"), "23185952"))
                .isEqualTo(new AccountLookup.NotFound());
        assertThat(BackOfficeAnswers.accessCheck(json(404, "{\"code\": \"NOT_FOUND\"}")))
                .isEqualTo(AccessCheck.ACCOUNT_GONE);
        assertThat(BackOfficeAnswers.accessCheck(json(200, "{\"match\": false}")))
                .isEqualTo(AccessCheck.MISMATCH);
        assertThat(BackOfficeAnswers.accessCheck(json(200, "{\"match\": true}")))
                .isEqualTo(AccessCheck.MATCH);
    }

    @Test
    @DisplayName("F-82: what is said about garbage never quotes it")
    void quotesNothing() {
        assertThatThrownBy(() -> BackOfficeAnswers.lookup(json(200, "{\"address\": \"г Тестовск"), "23185952"))
                .hasMessageNotContaining("Тестовск")
                .hasMessageNotContaining("23185952");
    }

    private static Raw json(int status, String body) {
        return new Raw(status, MediaType.APPLICATION_JSON, bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
