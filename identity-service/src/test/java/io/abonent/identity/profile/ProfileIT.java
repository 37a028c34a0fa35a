package io.abonent.identity.profile;

import static io.abonent.identity.Customers.newMailbox;
import static io.abonent.identity.Customers.newPhone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.map;

import io.abonent.contracts.identity.ProfileField;
import io.abonent.contracts.identity.ProfileUpdated;
import io.abonent.identity.AtOnce;
import io.abonent.identity.Customers;
import io.abonent.identity.Http;
import io.abonent.identity.Http.Answer;
import io.abonent.identity.IdentityTest;
import io.abonent.platform.testkit.OutboxAssertions;
import io.abonent.platform.testkit.TestEvents;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityTest
class ProfileIT {

    private static final String ME = "/api/v1/me";

    private final Customers customers;
    private final Http http;
    private final TestEvents events;
    private final OutboxAssertions outbox;

    @Autowired
    ProfileIT(Customers customers, TestEvents events, OutboxAssertions outbox) {
        this.customers = customers;
        this.http = customers.http();
        this.events = events;
        this.outbox = outbox;
    }

    @Test
    @DisplayName("S5: a person sees their own login in clear, and when the password was chosen")
    void showsAPersonToThemselves() {
        String phone = newPhone();
        UUID userId = customers.registered(phone);
        Answer me = http.get(ME, "Authorization", customers.bearer(phone));

        assertThat(me.status()).as(me.body()).isEqualTo(200);
        assertThat(me.header("ETag")).isNotEmpty();
        assertThat(me.header("Cache-Control")).contains("no-store");
        assertThat(me.json())
                .containsOnlyKeys("userId", "contacts", "locale", "registeredAt", "passwordChangedAt")
                .containsEntry("userId", userId.toString())
                .containsEntry("locale", "ru");
        assertThat(me.json().get("contacts"))
                .asInstanceOf(LIST)
                .singleElement()
                .asInstanceOf(map(String.class, Object.class))
                .containsOnlyKeys("contactId", "type", "masked", "display", "confirmedAt", "isLogin")
                .containsEntry("type", "PHONE")
                .containsEntry("display", phone)
                .containsEntry("masked", "+7 *** ***-" + phone.substring(8, 10) + "-" + phone.substring(10))
                .containsEntry("isLogin", true);
    }

    @Test
    void showsAMailboxInItsOwnLetters() {
        String mailbox = newMailbox().replace("example.ru", "пример.рф");
        customers.registered(mailbox);
        Answer me = http.get(ME, "Authorization", customers.bearer(mailbox));

        assertThat(me.body()).contains("\"" + mailbox + "\"").contains("\"u***@пример.рф\"");
    }

    @Test
    @DisplayName("F-72: nobody without a token, and nobody but the token's own user")
    void showsNobodyElse() {
        String mine = newPhone();
        String theirs = newPhone();
        customers.registered(mine);
        customers.registered(theirs);

        assertThat(http.get(ME).status()).isEqualTo(401);
        assertThat(http.get(ME, "Authorization", customers.bearer(theirs)).body())
                .doesNotContain(mine);
    }

    private Answer patch(String bearer, Map<String, String> change) {
        return http.patch(ME, change, "Authorization", bearer);
    }

    @Test
    @DisplayName(
            "S5: names, language and time zone are added later, changed and removed; events carry no value of them")
    void keepsWhatAPersonSaysAboutThemselves() {
        String phone = newPhone();
        UUID userId = customers.registered(phone);
        String bearer = customers.bearer(phone);
        Answer saved = patch(
                bearer,
                Map.of(
                        "lastName", " Иванова-Петрова ",
                        "firstName", "Мария",
                        "displayName", "Маша 2",
                        "locale", "en",
                        "timeZone", "Asia/Yekaterinburg"));

        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        assertThat(saved.json())
                .containsEntry("lastName", "Иванова-Петрова")
                .containsEntry("firstName", "Мария")
                .containsEntry("displayName", "Маша 2")
                .containsEntry("locale", "en")
                .containsEntry("timeZone", "Asia/Yekaterinburg")
                .doesNotContainKey("middleName");
        ProfileUpdated told = events.awaitPublished(
                ProfileUpdated.class, event -> event.userId().equals(userId));
        assertThat(told.changed())
                .containsExactlyInAnyOrder(
                        ProfileField.LAST_NAME,
                        ProfileField.FIRST_NAME,
                        ProfileField.DISPLAY_NAME,
                        ProfileField.LOCALE,
                        ProfileField.TIME_ZONE);
        assertThat(told.locale()).isEqualTo("en");
        assertThat(told.toString()).doesNotContain("Иванова", "Мария", "Маша");

        Answer removed = patch(bearer, Map.of("lastName", "", "timeZone", ""));
        assertThat(removed.json()).doesNotContainKeys("lastName", "timeZone").containsEntry("firstName", "Мария");
        assertThat(http.get(ME, "Authorization", bearer).header("ETag")).isEqualTo(removed.header("ETag"));
    }

    @Test
    void saysNothingWhenNothingChanged() {
        String phone = newPhone();
        UUID userId = customers.registered(phone);
        String bearer = customers.bearer(phone);
        String before = patch(bearer, Map.of("firstName", "Анна")).header("ETag");
        Answer again = patch(bearer, Map.of("firstName", "Анна"));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo(before);
        outbox.awaitEmpty();
        assertThat(events.published(ProfileUpdated.class))
                .filteredOn(event -> event.event().userId().equals(userId))
                .hasSize(1);
    }

    @Test
    @DisplayName("of two who looked at the same profile and changed it, one is told to look again")
    void noticesThatSomebodyElseChangedIt() {
        String phone = newPhone();
        customers.registered(phone);
        String bearer = customers.bearer(phone);
        String seen = http.get(ME, "Authorization", bearer).header("ETag");
        List<Answer> answers = AtOnce.run(
                5, () -> http.patch(ME, Map.of("firstName", "Анна"), "Authorization", bearer, "If-Match", seen));

        assertThat(answers.stream().map(Answer::status)).containsOnlyOnce(200).isSubsetOf(200, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .allSatisfy(answer -> assertThat(answer.text("code")).isEqualTo("VERSION_CONFLICT"));
        assertThat(http.patch(ME, Map.of("firstName", "Яна"), "Authorization", bearer, "If-Match", "\"abc\"")
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"lastName\":\"Иванов\\r\\nBcc: x\"} | /lastName",
                "{\"firstName\":\"<b>Анна</b>\"} | /firstName",
                "{\"displayName\":\"http://evil.example\"} | /displayName",
                "{\"middleName\":\"evil.example\"} | /middleName",
                "{\"locale\":\"de\"} | /locale",
                "{\"locale\":\"\"} | /locale",
                "{\"timeZone\":\"Europe/Atlantis\"} | /timeZone",
                "{\"timeZone\":\"+03:00\"} | /timeZone",
                "{\"userId\":\"0198c000-0000-7000-8000-000000000001\"} | /userId",
                "{\"status\":\"ACTIVE\"} | /status"
            })
    @DisplayName("F-73, F-84: nothing but a name, a language and a time zone, and no mark-up in them")
    void refusesWhatIsNoProfile(String body, String pointer) {
        String phone = newPhone();
        customers.registered(phone);
        Answer refused = http.patchText(ME, body, "Authorization", customers.bearer(phone));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("\"" + pointer + "\"");
    }

    @Test
    void refusesANameLongerThanAName() {
        String phone = newPhone();
        customers.registered(phone);

        assertThat(patch(customers.bearer(phone), Map.of("lastName", "И".repeat(61)))
                        .text("code"))
                .isEqualTo("REQUEST_INVALID");
        assertThat(http.patch(ME, Map.of("lastName", "Иванов")).status()).isEqualTo(401);
    }
}
