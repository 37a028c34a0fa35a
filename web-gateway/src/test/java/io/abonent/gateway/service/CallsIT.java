package io.abonent.gateway.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.abonent.gateway.FakeService;
import io.abonent.gateway.FakeServices;
import io.abonent.gateway.GatewayTest;
import io.abonent.gateway.service.AccountService.LinkStatus;
import io.abonent.gateway.service.AccountService.WantedAccount;
import io.abonent.gateway.service.BillingService.Balance;
import io.abonent.gateway.service.BillingService.Payment;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class CallsIT {

    private static final UUID ID = UUID.fromString("0198c000-0000-7000-8000-000000000001");
    private static final IdempotencyKey KEY = IdempotencyKey.fresh();

    private final AccountService accounts;
    private final BillingService billing;
    private final SideBySide sideBySide;

    @Autowired
    CallsIT(AccountService accounts, BillingService billing, SideBySide sideBySide) {
        this.accounts = accounts;
        this.billing = billing;
        this.sideBySide = sideBySide;
    }

    @Test
    void aRefusalKeepsWhatTheServiceSaid() {
        FakeServices.ACCOUNT.on(
                "POST /api/v1/account-link-previews",
                FakeService.Answer.problem(
                                429,
                                "ATTEMPTS_EXCEEDED",
                                ",\"attemptsLeft\":0,\"violations\":[{\"pointer\":\"/accountNumber\",\"message\":\"плохо\"}]")
                        .with("Retry-After", "3600"));

        var answer = Answer.of(() -> accounts.preview(new WantedAccount(ID, "1")));

        assertThat(answer).isInstanceOfSatisfying(Answer.Refused.class, refused -> {
            Refusal refusal = refused.refusal();
            assertThat(refusal.code()).isEqualTo("ATTEMPTS_EXCEEDED");
            assertThat(refusal.status()).isEqualTo(429);
            assertThat(refusal.detail()).isEqualTo("Что делать");
            assertThat(refusal.retryAfter()).isEqualTo(Duration.ofHours(1));
            assertThat(refusal.text("attemptsLeft")).isEqualTo("0");
            assertThat(refusal.violations())
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.pointer()).isEqualTo("/accountNumber"));
        });
    }

    @Test
    void aSuppliersSilenceIsARefusalAndTheServicesOwnTroubleAnOutage() {
        FakeServices.ACCOUNT.on("GET /api/v1/account-links", FakeService.Answer.problem(503, "SUPPLIER_UNAVAILABLE"));
        assertThat(Answer.of(accounts::links).isAbsent()).isFalse();
        FakeServices.ACCOUNT.on(
                "GET /api/v1/account-links", FakeService.Answer.problem(503, "TEMPORARILY_UNAVAILABLE"));
        assertThat(Answer.of(accounts::links).isAbsent()).isTrue();
    }

    @Test
    void aMissingConsentIsNoAnswerOfAPart() {
        FakeServices.ACCOUNT.on("GET /api/v1/account-links", FakeService.Answer.problem(403, "CONSENT_REQUIRED"));
        assertThatThrownBy(() -> sideBySide.ask(accounts::links).answer())
                .isInstanceOfSatisfying(
                        ServiceRefused.class,
                        refused -> assertThat(refused.refusal().is(Refusal.CONSENT_REQUIRED))
                                .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "", "[]", "{\"items\":7}", "null", "{}"})
    void garbageIsAnOutage(String garbage) {
        FakeServices.BILLING.on(
                "GET /api/v1/supply-accounts/" + ID + "/balance", FakeService.Answer.json(200, garbage));
        Answer<Balance> answer = Answer.of(() -> billing.balance(ID));
        assertThat(answer.isAbsent()).as("%s", answer).isTrue();
    }

    @Test
    void whatAServiceLearnsLaterIsUnknownHere() {
        FakeServices.ACCOUNT.on("GET /api/v1/account-links/" + ID, FakeService.Answer.json(200, """
                        {"linkId":"%s","supplierId":"%s","supplierName":"Газ Тест","accountNumber":"1",
                         "accountNumberDisplay":"001","accessLevel":"BASIC","status":"SLEEPING","news":true}""".formatted(ID, ID)));
        assertThat(accounts.link(ID).status()).isEqualTo(LinkStatus.UNKNOWN);
    }

    @Test
    void readingIsTriedOnceMoreAndACommandNever() {
        FakeServices.BILLING.down(true);
        Answer<Payment> payment = Answer.of(() -> billing.pay(
                KEY,
                new BillingService.PaymentRequest(ID, BillingService.PaymentMethod.CARD, "http://localhost/", null)));

        assertThat(payment).isEqualTo(new Answer.Absent<>(Service.BILLING, true));
    }

    @Test
    void theCallsOfAPageRunAtTheSameTime() {
        CountDownLatch bothAreHere = new CountDownLatch(2);
        FakeServices.ACCOUNT.on("GET /api/v1/account-links", any -> meet(bothAreHere, "{\"items\":[]}"));
        FakeServices.BILLING.on("GET /api/v1/payments", any -> meet(bothAreHere, "{\"items\":[]}"));

        var links = sideBySide.ask(accounts::links);
        var payments = sideBySide.ask(() -> billing.payments(null, 5));

        assertThat(links.answer().isGiven()).isTrue();
        assertThat(payments.answer().isGiven()).isTrue();
        assertThat(FakeServices.BILLING.asked().getLast().path()).isEqualTo("/api/v1/payments?limit=5");
    }

    private static FakeService.Answer meet(CountDownLatch all, String body) {
        all.countDown();
        try {
            return all.await(3, TimeUnit.SECONDS)
                    ? FakeService.Answer.json(200, body)
                    : FakeService.Answer.problem(500, "INTERNAL");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FakeService.Answer.problem(500, "INTERNAL");
        }
    }
}
