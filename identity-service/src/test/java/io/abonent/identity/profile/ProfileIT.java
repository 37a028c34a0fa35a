package io.abonent.identity.profile;

import static io.abonent.identity.Customers.newMailbox;
import static io.abonent.identity.Customers.newPhone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.map;

import io.abonent.identity.Customers;
import io.abonent.identity.Http;
import io.abonent.identity.Http.Answer;
import io.abonent.identity.IdentityTest;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityTest
class ProfileIT {

    private static final String ME = "/api/v1/me";

    private final Customers customers;
    private final Http http;

    @Autowired
    ProfileIT(Customers customers) {
        this.customers = customers;
        this.http = customers.http();
    }

    private String bearer(String login) {
        return "Bearer " + customers.signedIn(login).text("access_token");
    }

    @Test
    @DisplayName("S5: a person sees their own login in clear, and when the password was chosen")
    void showsAPersonToThemselves() {
        String phone = newPhone();
        UUID userId = customers.registered(phone);
        Answer me = http.get(ME, "Authorization", bearer(phone));

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
        Answer me = http.get(ME, "Authorization", bearer(mailbox));

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
        assertThat(http.get(ME, "Authorization", bearer(theirs)).body()).doesNotContain(mine);
    }
}
