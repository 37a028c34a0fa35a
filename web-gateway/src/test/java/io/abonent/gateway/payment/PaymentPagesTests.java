package io.abonent.gateway.payment;

import static io.abonent.gateway.service.ScriptedBilling.PAYMENT;
import static io.abonent.gateway.service.ScriptedBilling.paymentOf;

import io.abonent.gateway.PagesUnderTest;
import io.abonent.gateway.service.BillingService.FiscalStatus;
import io.abonent.gateway.service.BillingService.PaymentStatus;
import io.abonent.gateway.service.BillingService.Payments;
import io.abonent.gateway.service.BillingService.SupplierStatus;
import io.abonent.gateway.service.Refusing;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentPagesTests extends PagesUnderTest {

    private static final String ONE = "/payments/" + PAYMENT;

    @Test
    void aPaymentThatMovesIsFollowedWithoutReload() {
        open(ONE)
                .says("Осталось оплатить", "1 234,56 ₽", "Перейти к оплате", "Обновить")
                .has("hx-get=\"" + ONE + "/state\"")
                .has("hx-trigger=\"every 3s\"");
        openIn(ENGLISH, ONE).says("It is yet to be paid", "Go on to pay");
    }

    @Test
    void onlyThePartThatMovesIsSentForIt() {
        part(ONE + "/state")
                .answers(200)
                .says("Осталось оплатить")
                .hasNot("<html")
                .hasNot("<main");
        open(ONE + "/state").leadsTo(ONE);
    }

    @Test
    void aPaymentWithAnUnknownOutcomeIsNotCalledFailed() {
        billing.knownPayment = () -> paymentOf(PaymentStatus.PENDING, null);
        open(ONE).says("Узнаём, что с платежом", "Платить второй раз не нужно").saysNot("Перейти к оплате");
    }

    @Test
    void aPaidOneTellsOfReceiptAndSupplierApart() {
        billing.knownPayment = () -> paymentOf(PaymentStatus.PAID, null);
        open(ONE)
                .says("Оплачено", "Деньги получены", "Чек готовится", "Поставщик зачисляет платёж")
                .has("hx-get");
        billing.knownPayment =
                () -> paymentOf(PaymentStatus.PAID, null, null, FiscalStatus.FAILED, SupplierStatus.ACKED);
        open(ONE).says("Чек задерживается", "Поставщик зачислил платёж");
    }

    @Test
    void whatIsFinalDoesNotMove() {
        billing.knownPayment = () -> paymentOf(PaymentStatus.POSTED, null);
        open(ONE)
                .says("Деньги зачислены", "Открыть чек")
                .has("https://receipt.example/1")
                .hasNot("hx-get");
    }

    @Test
    void aFailedOneNamesTheNextStep() {
        billing.knownPayment =
                () -> paymentOf(PaymentStatus.FAILED, null, "DECLINED", FiscalStatus.NONE, SupplierStatus.NONE);
        open(ONE)
                .says("Банк отклонил платёж", "Деньги не списаны", "Попробовать ещё раз")
                .hasNot("hx-get");
    }

    @Test
    void aPaymentThatTheSupplierDidNotTakeLeadsToSupport() {
        billing.knownPayment =
                () -> paymentOf(PaymentStatus.PAID, null, null, FiscalStatus.REGISTERED, SupplierStatus.REJECTED);
        open(ONE).says("Деньги целы", "Написать в поддержку").has("href=\"/support\"");
    }

    @Test
    void aPaymentIsShownThoughItsAccountCannotBe() {
        accounts.links = () -> {
            throw Refusing.away();
        };
        open(ONE).answers(200).says("Осталось оплатить");
    }

    @Test
    void theHistoryShowsAStateByWordAndSign() {
        billing.payments = () -> new Payments(
                List.of(paymentOf(PaymentStatus.POSTED, null), paymentOf(PaymentStatus.FAILED, null)),
                "0198c000-0000-7000-8000-0000000000ff");
        open("/payments")
                .says("Дом", "1 234,56 ₽", "зачислен", "не прошёл", "25 ноября, 15:28", "Показать более ранние")
                .has("/img/icons.svg#good")
                .has("cursor=0198c000-0000-7000-8000-0000000000ff");
        openIn(ENGLISH, "/payments").says("credited", "failed", "Show earlier ones");
    }

    @Test
    void anEmptyHistorySaysWhatWillBeThere() {
        open("/payments").says("Платежей пока нет", "К моим счетам");
    }

    @Test
    void withoutBillingThePageSaysSo() {
        billing.payments = () -> {
            throw Refusing.away();
        };
        open("/payments").answers(200).says("Платежи сейчас недоступны").saysNot("Платежей пока нет");
    }
}
