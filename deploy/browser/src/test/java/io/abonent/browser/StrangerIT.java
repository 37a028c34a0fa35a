package io.abonent.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.local.journey.Customer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** F-72: what belongs to one person has no page for another, and nobody's pages open without signing in. */
class StrangerIT {

    @Test
    void seesNothingOfAnotherPerson() {
        Customer owner = Customer.withSignedConsent("+79995550001");
        Customer stranger = Customer.withSignedConsent("+79995550002");
        stranger.link(Customer.GAZ_TEST, "35000200");
        String linkId = owner.link(Customer.GAZ_TEST, "35000100").text("linkId");
        String ticketId = owner.api()
                .post(
                        Person.SYSTEM.notification() + "/api/v1/tickets",
                        Map.of("category", "OTHER", "text", "Мой вопрос"))
                .text("ticketId");
        String consentId = owner.requiredConsent().get("consentId").asString();
        try (Person person = Person.withPhone()) {
            person.signIn(stranger);
            for (String path : List.of(
                    "/accounts/" + linkId,
                    "/accounts/" + linkId + "/pay",
                    "/accounts/" + linkId + "/readings",
                    "/accounts/" + linkId + "/extended",
                    "/settings/accounts/" + linkId,
                    "/settings/accounts/" + linkId + "/unlink",
                    "/settings/consents/" + consentId,
                    "/support/" + ticketId)) {
                assertThat(person.visit(path)).as(path).isEqualTo(404);
                person.sees("Такой страницы нет")
                        .doesNotSee("035-000100")
                        .doesNotSee("Мой вопрос")
                        .doesNotSee("35000100");
            }
            person.open("/home").sees("035-000200").doesNotSee("035-000100");
        }
    }

    @Test
    void isAskedToSignInAndComesBackToWhereHeWas() {
        Customer who = Customer.withSignedConsent("+79995550003");
        try (Person person = Person.withPhone()) {
            person.open("/support").isAt("/sign-in");
            person.type("Телефон или электронная почта", who.login)
                    .type("Пароль", who.password)
                    .press("Войти");
            person.isAt("/support");
        }
    }

    @Test
    void isNeverSentToAnotherSite() {
        Customer who = Customer.withSignedConsent("+79995550004");
        who.link(Customer.GAZ_TEST, "35000400");
        try (Person person = Person.withPhone()) {
            person.open("/sign-in?next=https://example.org/");
            person.type("Телефон или электронная почта", who.login)
                    .type("Пароль", who.password)
                    .press("Войти");
            person.isAt("/home");
        }
    }
}
