package io.abonent.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.contracts.account.SupplierProfileChanged;
import io.abonent.platform.event.Ids;
import io.abonent.platform.testkit.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SupplierIT extends RunningService {

    private static final String OPERATOR = "/api/v1/operator/suppliers/";
    private static final String PROFILE = profile();

    private final UUID reader = Ids.next();

    @ParameterizedTest
    @ValueSource(strings = {"газ тест", "ГАЗ", "тест газ", "Тестовская область газ", "  газ   тест "})
    void findsSuppliersHoweverTheyAreTyped(String query) {
        assertThat(names(query)).containsExactly("Газ Тест");
    }

    @Test
    void takesYoForYe() {
        String name = "Ёлкин Свет " + Ids.next();
        keep(Ids.next(), body -> body.replace("\"Газ Тест\"", "\"" + name + "\""), operator());

        assertThat(names(name.replace('Ё', 'е').toLowerCase(java.util.Locale.ROOT)))
                .containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "'", "нет такого", "x\u0000%"})
    void takesNothingAsAWildcard(String query) {
        assertThat(names(query)).isEmpty();
    }

    @Test
    void pagesByCursor() {
        String mark = Ids.next().toString();
        for (int i = 0; i < 22; i++) {
            String name = mark + " " + (char) ('a' + i);
            keep(Ids.next(), body -> body.replace("\"Газ Тест\"", "\"" + name + "\""), operator());
        }

        Answer first = get("/api/v1/suppliers?query=" + mark, reader);
        Answer second = get("/api/v1/suppliers?query=" + mark + "&cursor=" + first.text("next"), reader);

        assertThat(first.body().path("items").size()).isEqualTo(20);
        assertThat(second.body().path("items").size()).isEqualTo(2);
        assertThat(second.body().has("next")).isFalse();
        assertThat(get("/api/v1/suppliers?cursor=nonsense", reader).status()).isEqualTo(400);
        String poison = Base64.getUrlEncoder().encodeToString((GAZ_TEST + "|\0").getBytes(StandardCharsets.UTF_8));
        assertThat(get("/api/v1/suppliers?cursor=" + poison, reader).status()).isEqualTo(400);
        assertThat(get("/api/v1/suppliers?query=" + "x".repeat(101), reader).status())
                .isEqualTo(400);
    }

    @Test
    void anOperatorAddsAndChangesASupplierAndOthersHearOfChangesOnly() {
        UUID id = Ids.next();

        Answer added = keep(id, UnaryOperator.identity(), operator());
        Answer same = keep(id, UnaryOperator.identity(), operator());
        Answer changed = keep(id, body -> body.replace("\"dueDayOfMonth\": 15", "\"dueDayOfMonth\": 20"), operator());

        assertThat(added.status()).isEqualTo(200);
        assertThat(same.body().path("version").asLong())
                .isEqualTo(added.body().path("version").asLong());
        assertThat(changed.body().path("version").asLong())
                .isGreaterThan(added.body().path("version").asLong());
        events.awaitPublished(
                SupplierProfileChanged.class,
                e -> e.supplierId().equals(id) && e.payments().dueDayOfMonth() == 20);
        assertThat(events.published(SupplierProfileChanged.class))
                .filteredOn(published -> published.event().supplierId().equals(id))
                .hasSize(2);
        // Out of the way of the other tests.
        keep(id, body -> body.replace("\"ACTIVE\"", "\"RETIRED\""), operator());
    }

    @Test
    @DisplayName("API5: a customer's token opens no operator's route, an operator's no customer's")
    void scopesAreApart() {
        UUID id = Ids.next();

        assertThat(keep(id, UnaryOperator.identity(), null).status()).isEqualTo(401);
        assertThat(keep(id, UnaryOperator.identity(), TestTokens.forUser(reader))
                        .status())
                .isEqualTo(403);
        assertThat(keep(id, UnaryOperator.identity(), scoped("operator:user")).status())
                .isEqualTo(403);
        assertThat(send("GET", "/api/v1/account-links", operator(), null, null).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"mask\": \"^[1-9]\\\\d{5,8}$\"|\"mask\": \"([\"",
                "\"example\": \"023-185952\"|\"example\": \"О23\"",
                "\"timeZone\": \"Europe/Samara\"|\"timeZone\": \"Mars/Olympus\"",
                "\"minAmountMinor\": 100|\"minAmountMinor\": 100000000",
                "\"windowFromDay\": 1|\"windowFromDay\": 26",
                "\"taxId\": \"1831000000\"|\"taxId\": \"1\"",
                "\"name\": \"Газ Тест\"|\"name\": \"\"",
                "\"status\": \"ACTIVE\"|\"status\": \"OPEN\"",
                "\"sharingPolicy\": \"SHARED\"|\"sharingPolicy\": \"EXCLUSIVE\"",
                "\"name\": \"Газ Тест\"|\"name\": \"Газ Тест\", \"version\": 7"
            })
    void refusesContradictions(String right, String wrong) {
        assertThat(PROFILE).contains(right);

        assertThat(keep(Ids.next(), body -> body.replace(right, wrong), operator())
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"\"ACTIVE\", \"SUSPENDED\"", "\"ACTIVE\", \"RETIRED\"", "\"ONLINE\", \"REGISTER\""})
    void takesNoLinksForASupplierThatDoesNotTakePart(String open, String shut) {
        UUID id = Ids.next();
        keep(id, body -> body.replace(open, shut), operator());

        Answer refused = linkAt(id);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("SUPPLIER_NOT_ACCEPTING");
    }

    @Test
    @DisplayName("F-50: links made during the supplier's maintenance wait for its end")
    void maintenanceMakesLinksWait() {
        UUID id = Ids.next();
        keep(id, body -> body.replace("\"ACTIVE\"", "\"MAINTENANCE\""), operator());

        Answer waiting = linkAt(id);

        assertThat(waiting.status()).isEqualTo(202);
        assertThat(waiting.text("status")).isEqualTo("PENDING_SUPPLIER");
    }

    private Answer linkAt(UUID supplierId) {
        return post(
                "/api/v1/account-links",
                signedUser(),
                linkBody(freshNumber()).replace(GAZ_TEST.toString(), supplierId.toString()),
                UUID.randomUUID().toString());
    }

    @Test
    void aSupplierIsReadByItsIdAlsoWhenItTakesPartNoLonger() {
        UUID id = Ids.next();
        keep(id, body -> body.replace("\"ACTIVE\"", "\"RETIRED\""), operator());

        assertThat(get("/api/v1/suppliers/" + GAZ_TEST, reader).text("name")).isEqualTo("Газ Тест");
        assertThat(get("/api/v1/suppliers/" + id, reader).status()).isEqualTo(200);
        assertThat(get("/api/v1/suppliers/" + Ids.next(), reader).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "023-185952,true,false,023-185952",
        "23185952,true,false,023-185952",
        "' 023 – 185952 ',true,false,023-185952",
        "О23-185952,false,true,",
        "023-18,false,false,",
        "'',false,false,"
    })
    void helpsWithANumberWhileItIsTyped(String typed, boolean fits, boolean letters, @Nullable String display) {
        Answer help = post(
                "/api/v1/suppliers/" + GAZ_TEST + "/account-number-checks",
                reader,
                "{\"typed\": \"" + typed + "\"}",
                UUID.randomUUID().toString());

        assertThat(help.status()).isEqualTo(200);
        assertThat(help.body().path("fits").asBoolean()).isEqualTo(fits);
        assertThat(help.body().path("letters").asBoolean()).isEqualTo(letters);
        assertThat(help.body().path("accountNumberDisplay").asString(null)).isEqualTo(display);
    }

    @Test
    void hintsAreRussianUnlessEnglishIsAskedFor() {
        String path = "/api/v1/suppliers?query=" + encoded("газ тест");
        String russian = inNoLanguage(path, reader)
                .body()
                .at("/items/0/accountNumberHint")
                .asString();
        String english = get(path, reader)
                .body()
                .path("items")
                .path(0)
                .path("accountNumberHint")
                .asString();

        assertThat(russian).startsWith("Номер лицевого счёта");
        assertThat(english).startsWith("The account number");
    }

    private List<String> names(String query) {
        return get("/api/v1/suppliers?query=" + encoded(query), reader)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("name").asString())
                .toList();
    }

    private Answer keep(UUID id, UnaryOperator<String> change, @Nullable String token) {
        // A name of its own, so that the other tests still find the one «Газ Тест».
        String body = change.apply(PROFILE).replace("\"Газ Тест\"", "\"Поставщик " + id + "\"");
        return send("PUT", OPERATOR + id, token, body, null);
    }

    private static String operator() {
        return scoped("operator:supplier");
    }

    private static String scoped(String scope) {
        return TestTokens.of("operator-console").scopes(scope).sign();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** «Газ Тест» as it ships. */
    private static String profile() {
        try (InputStream file = new ClassPathResource("demo/suppliers.json").getInputStream()) {
            JsonMapper json = JsonMapper.builder().build();
            JsonNode profile = json.readTree(file).path(GAZ_TEST.toString());
            return json.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(profile)
                    .replace("\" : ", "\": ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
