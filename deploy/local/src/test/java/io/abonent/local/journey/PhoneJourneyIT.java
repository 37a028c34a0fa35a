package io.abonent.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.contracts.account.AccountLinked;
import io.abonent.contracts.account.ExtendedAccessGranted;
import io.abonent.contracts.billing.BalanceUpdated;
import io.abonent.contracts.billing.FiscalReceiptRegistered;
import io.abonent.contracts.billing.PaymentCreated;
import io.abonent.contracts.billing.PaymentPaid;
import io.abonent.contracts.billing.PaymentPosted;
import io.abonent.contracts.billing.ReadingAccepted;
import io.abonent.contracts.billing.ReadingSubmitted;
import io.abonent.contracts.consent.ConsentSigned;
import io.abonent.contracts.identity.ContactConfirmed;
import io.abonent.contracts.identity.UserRegistered;
import io.abonent.contracts.identity.VerificationRequested;
import io.abonent.contracts.notification.TicketOpened;
import io.abonent.local.journey.Api.Answer;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** The printed instruction from the first sentence to the last, by mobile number, with the account {@code 023-185952}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PhoneJourneyIT {

    private static final RunningSystem SYSTEM = RunningSystem.instance();
    private static final EventLog EVENTS = EventLog.instance();

    private final Customer customer = new Customer("8 (999) 111-11-11", "+79991111111", "sneg8na4");
    private String registrationId = "";
    private String userId = "";
    private String linkId = "";
    private String supplyAccountId = "";

    @Test
    @Order(1)
    void s1ToS4RegistersWithAMobileNumberAndAPassword() {
        Answer answer = customer.register();
        registrationId = answer.text("registrationId");
        assertThat(answer.text("channel")).isEqualTo("SMS");
        assertThat(answer.text("target")).contains("11").doesNotContain("9991111111");
        assertThat(answer.body().has("expiresAt")).isTrue();
        assertThat(answer.body().has("resendAvailableAt")).isTrue();
        EVENTS.expect(
                VerificationRequested.class,
                event -> event.path("channel").asString().equals("PHONE")
                        && event.path("purpose").asString().equals("REGISTER")
                        && event.path("targetMasked").asString().equals(answer.text("target")));
    }

    @Test
    @Order(2)
    void s6AndS7ConfirmsWithTheCodeFromTheSms() {
        String code = customer.code();
        String wrong = code.equals("000000") ? "000001" : "000000";
        Answer refused = customer.confirm(registrationId, wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("CODE_INVALID");

        Answer confirmed = customer.confirm(registrationId, code);
        assertThat(confirmed.status()).as("%s", confirmed).isEqualTo(201);
        userId = confirmed.text("userId");
        EVENTS.expect(UserRegistered.class, "userId", userId);
        EVENTS.expect(ContactConfirmed.class, "userId", userId);

        assertThat(customer.confirm(registrationId, code).code()).isEqualTo("ALREADY_CONFIRMED");
    }

    @Test
    @Order(3)
    void s8EntersTheCabinetWhichIsClosedUntilTheConsent() {
        customer.signIn();
        assertThat(onboarding()).isEqualTo("SIGN_CONSENT");
        Answer refused = customer.link(Customer.GAZ_TEST, "023-185952");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("CONSENT_REQUIRED");
    }

    @Test
    @Order(4)
    void s9ReadsAndSignsTheConsent() {
        assertThat(customer.requiredConsent().get("status").asString()).isEqualTo("REQUIRED");
        Answer signed = customer.sign();
        assertThat(signed.status()).as("%s", signed).isEqualTo(201);
        JsonNode event = EVENTS.expect(ConsentSigned.class, "userId", userId);
        assertThat(event.get("evidenceId").asString()).isEqualTo(signed.text("evidenceId"));
        assertThat(customer.requiredConsent().get("status").asString()).isEqualTo("SIGNED");
        assertThat(onboarding()).isEqualTo("LINK_ACCOUNT");
        customer.message("news of the signature", text -> text.contains("огласие"));
    }

    @Test
    @Order(5)
    void s10ToS13ChoosesTheSupplierAndTypesTheNumberFromTheBill() {
        Answer suppliers = customer.api().get(SYSTEM.account() + "/api/v1/suppliers?query=" + Api.encode("газ тест"));
        JsonNode supplier = suppliers.body().get("items").get(0);
        assertThat(supplier.get("name").asString()).isEqualTo("Газ Тест");
        assertThat(supplier.get("accountNumberHint").asString()).isNotBlank();

        Answer linked = customer.link(supplier.get("supplierId").asString(), "023-185952");
        assertThat(linked.status()).as("%s", linked).isEqualTo(201);
        assertThat(linked.text("accountNumber")).isEqualTo("23185952");
        assertThat(linked.text("accessLevel")).isEqualTo("BASIC");
        assertThat(linked.text("status")).isEqualTo("ACTIVE");
        assertThat(linked.text("address")).contains("*");
        linkId = linked.text("linkId");
        supplyAccountId = linked.text("supplyAccountId");
        EVENTS.expect(AccountLinked.class, "linkId", linkId);
        assertThat(onboarding()).isEqualTo("DONE");
        customer.message("news of the link", text -> text.contains("5952") && !text.contains("23185952"));
    }

    @Test
    @Order(6)
    void s15ToS17PaysTheCurrentDebt() {
        Answer balance = customer.balance(supplyAccountId);
        assertThat(balance.status()).as("%s", balance).isEqualTo(200);
        assertThat(balance.body().get("amountDueMinor").asLong()).isEqualTo(123_456);
        assertThat(balance.text("currency")).isEqualTo("RUB");
        EVENTS.expect(
                BalanceUpdated.class,
                event -> event.path("supplyAccountId").asString().equals(supplyAccountId)
                        && event.path("amountDueMinor").asLong() == 123_456);

        Answer quote = customer.quote(Map.of("supplyAccountId", supplyAccountId, "mode", "DEBT"));
        assertThat(quote.status()).as("%s", quote).isEqualTo(201);
        assertThat(quote.body().get("totalMinor").asLong()).isEqualTo(123_456);

        payAndFollow(quote.text("quoteId"), "CARD", 123_456);

        Polling.until(
                "no debt",
                () -> customer.balance(supplyAccountId)
                        .body()
                        .path("amountDueMinor")
                        .asLong(-1),
                due -> due == 0);
        Answer nothing = customer.quote(Map.of("supplyAccountId", supplyAccountId, "mode", "DEBT"));
        assertThat(nothing.status()).isEqualTo(409);
        assertThat(nothing.code()).isEqualTo("NOTHING_DUE");
    }

    @Test
    @Order(7)
    void s18PaysAnAmountOfHisOwnWhichBecomesACredit() {
        Answer quote =
                customer.quote(Map.of("supplyAccountId", supplyAccountId, "mode", "CUSTOM", "amountMinor", 50_000));
        assertThat(quote.status()).as("%s", quote).isEqualTo(201);
        payAndFollow(quote.text("quoteId"), "SBP", 50_000);
        Polling.until(
                "a credit",
                () -> customer.balance(supplyAccountId)
                        .body()
                        .path("creditMinor")
                        .asLong(-1),
                credit -> credit == 50_000);
    }

    @Test
    @Order(8)
    void s19TransmitsAReading() {
        JsonNode meter = customer.meter(supplyAccountId);
        assertThat(meter.get("serialMasked").asString()).isNotEqualTo("00417733");
        String meterId = meter.get("meterId").asString();
        assertThat(customer.submit(meterId, "1100").get("code").asString()).isEqualTo("READING_BELOW_PREVIOUS");

        JsonNode accepted = customer.submit(meterId, "1201");
        String readingId = accepted.path("readingId").asString("");
        assertThat(readingId).as("%s", accepted).isNotEmpty();
        EVENTS.expect(ReadingSubmitted.class, "readingId", readingId);
        EVENTS.expect(ReadingAccepted.class, "readingId", readingId);
        customer.message("news of the reading", text -> text.contains("Показания"));
    }

    @Test
    @Order(9)
    void s20UnlocksTheExtendedVersionWithThePinFromTheBill() {
        Answer mismatch = customer.extend(linkId, "PIN", "0000");
        assertThat(mismatch.code()).isEqualTo("ACCESS_SECRET_MISMATCH");
        Answer granted = customer.extend(linkId, "PIN", "4821");
        assertThat(granted.status()).as("%s", granted).isEqualTo(200);
        assertThat(granted.text("accessLevel")).isEqualTo("EXTENDED");
        EVENTS.expect(ExtendedAccessGranted.class, "linkId", linkId);
        JsonNode previous = Polling.until(
                "the previous reading, shown in the extended version",
                () -> customer.meter(supplyAccountId).get("registers").get(0).path("previous"),
                JsonNode::isObject);
        assertThat(previous.get("value").asString()).isEqualTo("1201");
    }

    @Test
    @Order(10)
    void s21AndS22AddsAFurtherAccountInTheSettings() {
        Answer linked = customer.link(Customer.GAZ_TEST, "30001234");
        assertThat(linked.status()).as("%s", linked).isEqualTo(201);
        Answer again = customer.link(Customer.GAZ_TEST, "030-001234");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("ALREADY_LINKED");
        Answer granted = customer.extend(linked.text("linkId"), "METER_SERIAL", "g 30001234");
        assertThat(granted.text("accessLevel")).isEqualTo("EXTENDED");
        Answer mine = customer.api().get(SYSTEM.account() + "/api/v1/account-links");
        assertThat(mine.body().get("items")).hasSize(2);
    }

    @Test
    @Order(11)
    void s23AsksTheTechnicalSupport() {
        Answer ticket = customer.api()
                .post(
                        SYSTEM.notification() + "/api/v1/tickets",
                        Map.of("category", "PAYMENT", "text", "Где мой чек?", "linkId", linkId));
        assertThat(ticket.status()).as("%s", ticket).isEqualTo(201);
        assertThat(ticket.text("status")).isEqualTo("NEW");
        EVENTS.expect(TicketOpened.class, "ticketId", ticket.text("ticketId"));
        customer.message("the ticket's number", text -> text.contains(ticket.text("number")));
    }

    private void payAndFollow(String quoteId, String method, long amountMinor) {
        Answer payment = customer.pay(quoteId, method);
        assertThat(payment.status()).as("%s", payment).isEqualTo(201);
        assertThat(payment.text("status")).isEqualTo("PENDING");
        assertThat(payment.text("confirmationUrl")).startsWith(SYSTEM.simulators());
        String paymentId = payment.text("paymentId");
        EVENTS.expect(PaymentCreated.class, "paymentId", paymentId);

        Customer.decide(paymentId, "SUCCEEDED");
        JsonNode paid = EVENTS.expect(PaymentPaid.class, "paymentId", paymentId);
        assertThat(paid.get("totalMinor").asLong()).isEqualTo(amountMinor);
        EVENTS.expect(PaymentPosted.class, "paymentId", paymentId);
        EVENTS.expect(FiscalReceiptRegistered.class, "paymentId", paymentId);
        JsonNode settled = Polling.until(
                "a settled payment",
                () -> customer.payment(paymentId),
                state -> state.path("status").asString("").equals("POSTED")
                        && state.at("/parts/0/fiscalStatus").asString("").equals("REGISTERED"));
        assertThat(settled.at("/parts/0/supplierStatus").asString()).isEqualTo("ACKED");
        customer.message("the receipt", text -> text.contains("Чек: http"));
    }

    private String onboarding() {
        return customer.api().get(SYSTEM.account() + "/api/v1/onboarding").text("nextStep");
    }
}
