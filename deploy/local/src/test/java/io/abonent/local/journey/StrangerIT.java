package io.abonent.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.local.journey.Api.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** F-72: what belongs to one person does not exist for another, and nothing exists without a token. */
class StrangerIT {

    private static final RunningSystem SYSTEM = RunningSystem.instance();

    @Test
    void findsNothingOfAnotherPerson() {
        Customer owner = Customer.withSignedConsent("+79992220001");
        Customer stranger = Customer.withSignedConsent("+79992220002");
        Answer linked = owner.link(Customer.GAZ_TEST, "32000777");
        String linkId = linked.text("linkId");
        String supplyAccountId = linked.text("supplyAccountId");
        String meterId = owner.meter(supplyAccountId).get("meterId").asString();
        String quoteId = owner.quote(Map.of("supplyAccountId", supplyAccountId, "mode", "DEBT"))
                .text("quoteId");
        Answer consents = owner.api().get(SYSTEM.consent() + "/api/v1/consents");
        String consentId = consents.body().at("/items/0/consentId").asString("");

        assertHidden(stranger.balance(supplyAccountId));
        assertHidden(stranger.api().get(SYSTEM.billing() + "/api/v1/supply-accounts/" + supplyAccountId + "/meters"));
        assertHidden(stranger.quote(Map.of("supplyAccountId", supplyAccountId, "mode", "DEBT")));
        assertHidden(stranger.pay(quoteId, "CARD"));
        assertHidden(stranger.extend(linkId, "PIN", "0777"));
        assertHidden(stranger.api().delete(SYSTEM.account() + "/api/v1/account-links/" + linkId));
        assertHidden(stranger.api().get(SYSTEM.consent() + "/api/v1/consents/" + consentId + "/evidence"));
        assertHidden(stranger.api().post(SYSTEM.consent() + "/api/v1/consents/" + consentId + "/withdrawal", Map.of()));
        assertHidden(stranger.api()
                .post(
                        SYSTEM.notification() + "/api/v1/tickets",
                        Map.of("category", "OTHER", "text", "Чужое", "linkId", linkId)));

        String paymentId = owner.pay(quoteId, "CARD").text("paymentId");
        assertHidden(stranger.api().get(SYSTEM.billing() + "/api/v1/payments/" + paymentId));
        Answer reading = stranger.api()
                .post(
                        SYSTEM.billing() + "/api/v1/meter-readings",
                        Map.of(
                                "readings",
                                List.of(Map.of(
                                        "meterId",
                                        meterId,
                                        "registers",
                                        List.of(Map.of("code", "T1", "value", "9999"))))));
        assertThat(reading.body().findValuesAsString("readingId")).isEmpty();

        assertThat(owner.balance(supplyAccountId).status()).isEqualTo(200);
    }

    @Test
    void isAskedForATokenEverywhere() {
        for (String url : List.of(
                SYSTEM.consent() + "/api/v1/consents",
                SYSTEM.account() + "/api/v1/account-links",
                SYSTEM.account() + "/api/v1/suppliers?query=",
                SYSTEM.billing() + "/api/v1/supply-accounts/0198c000-0000-7000-8000-0000000000aa/balance",
                SYSTEM.notification() + "/api/v1/tickets")) {
            Answer answer = Api.anonymous().get(url);
            assertThat(answer.status()).as(url).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
            assertThat(Api.anonymous().as("not.a.token").get(url).status())
                    .as(url)
                    .isEqualTo(401);
        }
    }

    private static void assertHidden(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(404);
    }
}
