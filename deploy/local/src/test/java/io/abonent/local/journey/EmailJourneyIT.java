package io.abonent.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.contracts.account.AccountUnlinked;
import io.abonent.contracts.billing.PaymentFailed;
import io.abonent.contracts.billing.PaymentPaid;
import io.abonent.contracts.consent.ConsentWithdrawn;
import io.abonent.contracts.identity.UserRegistered;
import io.abonent.local.journey.Api.Answer;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** By e-mail and link; a refused card, the meter's serial number, and the way out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmailJourneyIT {

    private static final RunningSystem SYSTEM = RunningSystem.instance();
    private static final EventLog EVENTS = EventLog.instance();

    private final Customer customer = new Customer("Anna.Petrova@Example.RU", "anna.petrova@example.ru", "5tropinka");
    private String linkId = "";
    private String supplyAccountId = "";

    @Test
    @Order(1)
    void registersByEmailAndConfirmsByTheLink() {
        Answer registration = customer.register();
        assertThat(registration.text("channel")).isEqualTo("EMAIL");
        String link = customer.linkFromLetter();

        Answer page = Api.anonymous().get(link);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body().asString()).contains("<button");
        // F-85: a scanner that opened the link has confirmed nothing.
        assertThat(customer.challenge("5tropinka", "a".repeat(43)).status()).isNotEqualTo(200);

        Answer confirmed = customer.confirmByLink(Customer.tokenOf(link));
        assertThat(confirmed.status()).as("%s", confirmed).isEqualTo(201);
        EVENTS.expect(UserRegistered.class, "userId", confirmed.text("userId"));
        // A link opened twice says so and does nothing.
        assertThat(customer.confirmByLink(Customer.tokenOf(link)).code()).isEqualTo("ALREADY_CONFIRMED");
        assertThat(EVENTS.count(
                        UserRegistered.class,
                        event -> event.path("userId").asString().equals(confirmed.text("userId"))))
                .isEqualTo(1);
    }

    @Test
    @Order(2)
    void keepsTheSessionByRefreshingIt() {
        customer.signIn();
        String spent = customer.refresh();
        customer.refresh();
        // F-75: a token that was rotated away twice is a stolen one; its whole family ends.
        assertThat(Customer.refreshWith(spent).text("error")).isEqualTo("invalid_grant");
        customer.signIn();
    }

    @Test
    @Order(3)
    void signsLinksAndUnlocksByTheMetersSerialNumber() {
        assertThat(customer.sign().status()).isEqualTo(201);
        Answer linked = customer.link(Customer.GAZ_TEST, "31 005 678");
        assertThat(linked.status()).as("%s", linked).isEqualTo(201);
        linkId = linked.text("linkId");
        supplyAccountId = linked.text("supplyAccountId");
        assertThat(customer.extend(linkId, "METER_SERIAL", "G31005678").text("accessLevel"))
                .isEqualTo("EXTENDED");
    }

    @Test
    @Order(4)
    void isToldWhenTheCardIsRefusedAndStillOwes() {
        assertThat(customer.balance(supplyAccountId)
                        .body()
                        .get("amountDueMinor")
                        .asLong())
                .isEqualTo(5_678);
        String quoteId = customer.quote(Map.of("supplyAccountId", supplyAccountId, "mode", "DEBT"))
                .text("quoteId");
        String paymentId = customer.pay(quoteId, "CARD").text("paymentId");
        Customer.decide(paymentId, "DECLINED");
        EVENTS.expect(PaymentFailed.class, "paymentId", paymentId);
        assertThat(customer.payment(paymentId).get("status").asString()).isEqualTo("FAILED");
        assertThat(EVENTS.count(
                        PaymentPaid.class,
                        event -> event.path("paymentId").asString().equals(paymentId)))
                .isZero();
        assertThat(customer.balance(supplyAccountId)
                        .body()
                        .get("amountDueMinor")
                        .asLong())
                .isEqualTo(5_678);
    }

    @Test
    @Order(5)
    void takesTheConsentBackAndTheCabinetCloses() {
        String consentId = customer.requiredConsent().get("consentId").asString();
        Answer withdrawn =
                customer.api().post(SYSTEM.consent() + "/api/v1/consents/" + consentId + "/withdrawal", Map.of());
        assertThat(withdrawn.status()).as("%s", withdrawn).isEqualTo(200);
        EVENTS.expect(ConsentWithdrawn.class, "consentId", consentId);
        EVENTS.expect(AccountUnlinked.class, "linkId", linkId);
        Polling.until(
                "a closed cabinet", () -> customer.balance(supplyAccountId).status(), status -> status == 403);
        assertThat(customer.link(Customer.GAZ_TEST, "31005679").code()).isEqualTo("CONSENT_REQUIRED");
    }
}
