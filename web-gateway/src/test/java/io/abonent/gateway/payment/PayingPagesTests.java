package io.abonent.gateway.payment;

import static io.abonent.gateway.service.ScriptedAccounts.ACCOUNT;
import static io.abonent.gateway.service.ScriptedAccounts.LINK;
import static io.abonent.gateway.service.ScriptedBilling.NOW;
import static io.abonent.gateway.service.ScriptedBilling.PAYMENT;
import static io.abonent.gateway.service.ScriptedBilling.QUOTE;
import static io.abonent.gateway.service.ScriptedBilling.balanceOf;
import static io.abonent.gateway.service.ScriptedBilling.paymentOf;
import static io.abonent.gateway.service.ScriptedBilling.quoteOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.gateway.Page;
import io.abonent.gateway.PagesUnderTest;
import io.abonent.gateway.service.BillingService.Balance;
import io.abonent.gateway.service.BillingService.PaymentMethod;
import io.abonent.gateway.service.BillingService.PaymentStatus;
import io.abonent.gateway.service.BillingService.Quote;
import io.abonent.gateway.service.BillingService.QuoteMode;
import io.abonent.gateway.service.Refusing;
import io.abonent.gateway.service.ScriptedAccounts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayingPagesTests extends PagesUnderTest {

    private static final String PAY = "/accounts/" + LINK + "/pay";
    private static final String REVIEW = PAY + "/" + QUOTE;
    private static final String KEY = "0198c000-key-of-a-form";

    private Page choose(String choice, String amount) {
        return submit(PAY, "key", KEY, "choice", choice, "amount", amount);
    }

    private Page pay(String method) {
        return submit(REVIEW, "key", KEY, "method", method);
    }

    @Test
    void bothChoicesAreOffered() {
        open(PAY)
                .answers(200)
                .says("Сколько заплатить?", "Весь долг", "1 234,56 ₽", "обновлено 2 минуты назад", "Другую сумму")
                .has("inputmode=\"decimal\"");
        openIn(ENGLISH, PAY).says("How much to pay?", "₽1,234.56", "updated 2 minutes ago");
    }

    @Test
    void theDebtIsComputedByTheService() {
        choose("debt", "").leadsTo(REVIEW);

        assertThat(billing.quoted.getFirst().parts()).singleElement().satisfies(part -> {
            assertThat(part.mode()).isEqualTo(QuoteMode.DEBT);
            assertThat(part.amountMinor()).isNull();
            assertThat(part.supplyAccountId()).isEqualTo(ACCOUNT);
        });
        assertThat(billing.keys).containsExactly(KEY);
    }

    @Test
    void anAmountOfOnesOwnIsReadAsTyped() {
        choose("own", "1 500,5 ₽").leadsTo(REVIEW);

        assertThat(billing.quoted.getFirst().parts().getFirst().amountMinor()).isEqualTo(150_050L);
    }

    @Test
    void whatIsNoAmountIsSaidAtTheField() {
        choose("own", "1,234")
                .answers(422)
                .says("не больше двух цифр")
                .has("aria-describedby=\"amount-error amount-hint\"")
                .has("value=\"1,234\"");
        assertThat(billing.quoted).isEmpty();
    }

    @Test
    void farMoreThanUsualIsAskedAboutOnce() {
        Page doubt = choose("own", "123456")
                .answers(200)
                .says("Это верная сумма?", "123 456,00 ₽", "Нет, заплатить 1 234,56 ₽");
        assertThat(billing.quoted).isEmpty();

        submit(PAY, "key", doubt.hidden("key"), "choice", "own", "amount", "123456", "confirmed", "12345600")
                .leadsTo(REVIEW);
        assertThat(billing.quoted.getFirst().parts().getFirst().amountMinor()).isEqualTo(12_345_600L);
    }

    @Test
    void aConfirmationOfAnotherAmountIsNone() {
        submit(PAY, "key", KEY, "choice", "own", "amount", "999999", "confirmed", "12345600")
                .says("Это верная сумма?");
    }

    @Test
    void withoutADebtOnlyAnAmountOfOnesOwnIsOffered() {
        billing.balance = account -> balanceOf(account, 0);
        open(PAY).says("Долга нет. Можно заплатить вперёд.").saysNot("Весь долг");
    }

    @Test
    void withoutTheSupplierOnlyAnAmountOfOnesOwnIsOffered() {
        billing.balance = account -> {
            throw Refusing.with(503, "SUPPLIER_UNAVAILABLE");
        };
        open(PAY).answers(200).says("Долг сейчас узнать не удалось").saysNot("Весь долг");
    }

    @Test
    void oldFiguresAreToldWithTheirTime() {
        billing.balance =
                account -> new Balance(account, 123_456, 0, 0, "RUB", NOW.minusSeconds(2 * 86_400), true, List.of());
        open(PAY)
                .says("Последний известный долг: 1 234,56 ₽ на 23 ноября, 15:30")
                .saysNot("Весь долг");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOTHING_DUE", "SUPPLIER_UNAVAILABLE", "SUPPLIER_NOT_ACCEPTING"})
    void aRefusalIsExplainedInOurWords(String code) {
        billing.newQuote = () -> {
            throw Refusing.with(409, code);
        };
        choose("debt", "").answers(200).has("role=\"alert\"").saysNot("of the service", "Не получилось");
    }

    @Test
    void theLimitsOfASupplierAreTold() {
        billing.newQuote = () -> {
            throw Refusing.with(
                    422, "AMOUNT_OUT_OF_RANGE", Map.of("minAmountMinor", "1000", "maxAmountMinor", "1500000"));
        };
        choose("own", "5").says("от 10,00 ₽ до 15 000,00 ₽");
    }

    @Test
    void aSilentServiceIsAskedAgainWithTheSameKey() {
        billing.newQuote = () -> {
            throw Refusing.silent();
        };
        assertThat(choose("debt", "").says("Не получилось посчитать").hidden("key"))
                .isEqualTo(KEY);
    }

    @Test
    void theAmountIsShownBeforeItIsPaid() {
        open(REVIEW).says("1 234,56 ₽", "Сумма действует до 15:44, ещё 15 минут", "Газ Тест", "023-185952", "СБП");
    }

    @Test
    void payingLeadsToTheProvider() {
        pay("CARD").leadsTo("https://pay.example/1");

        assertThat(billing.paid.getFirst().method()).isEqualTo(PaymentMethod.CARD);
        assertThat(billing.paid.getFirst().returnUrl()).isEqualTo("http://localhost:8080/payments/return/" + QUOTE);
        assertThat(billing.paid.getFirst().confirmDuplicate()).isNull();
        assertThat(billing.keys).containsExactly(KEY);
    }

    @Test
    void withoutAPageOfTheProviderThePaymentIsFollowed() {
        billing.newPayment = () -> paymentOf(PaymentStatus.PENDING, null);
        pay("SBP").leadsTo("/payments/" + PAYMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "https://elsewhere.example/1", "https://pay.example.evil.example/1"})
    void anAddressThatIsNotTheProvidersIsNotFollowedByItself(String page) {
        billing.newPayment = () -> paymentOf(PaymentStatus.PENDING, page);
        pay("SBP").leadsTo("/payments/" + PAYMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"QUOTE_EXPIRED", "QUOTE_CHANGED"})
    void aQuoteThatDoesNotHoldIsMadeAnew(String code) {
        billing.newPayment = () -> {
            throw Refusing.with(409, code);
        };
        pay("SBP").says("Посчитать заново", "деньги не списаны").hasNot("name=\"method\"");
    }

    @Test
    void anExpiredQuoteIsNotOfferedForPaying() {
        billing.knownQuote = () -> new Quote(QUOTE, 123_456, "RUB", NOW, null, List.of());
        open(REVIEW).says("Сумма устарела", "Посчитать заново").hasNot("name=\"method\"");
    }

    @Test
    void aSecondPaymentOfTheSameIsPossibleForWhoMeansIt() {
        billing.newPayment = () -> {
            throw Refusing.with(409, "DUPLICATE_SUSPECTED", Map.of("paymentId", PAYMENT.toString()));
        };
        Page asked = pay("SBP")
                .says("Похоже, вы уже платите", "Всё равно оплатить 1 234,56 ₽")
                .has("/payments/" + PAYMENT);
        assertThat(asked.hidden("key")).isNotEqualTo(KEY);

        billing.newPayment = () -> paymentOf(PaymentStatus.PENDING, "https://pay.example/2");
        submit(REVIEW, "key", asked.hidden("key"), "method", "SBP", "again", "true")
                .leadsTo("https://pay.example/2");
        assertThat(billing.paid.getLast().confirmDuplicate()).isTrue();
    }

    @Test
    void aQuoteThatWasUsedLeadsToItsPayment() {
        billing.newPayment = () -> {
            throw Refusing.with(409, "QUOTE_USED", Map.of("paymentId", PAYMENT.toString()));
        };
        pay("SBP").leadsTo("/payments/" + PAYMENT);

        billing.knownQuote = () -> quoteOf(123_456, PAYMENT);
        open(REVIEW).leadsTo("/payments/" + PAYMENT);
    }

    @Test
    void anUnknownOutcomeIsRepeatedWithTheSameKey() {
        billing.newPayment = () -> {
            throw Refusing.silent();
        };
        assertThat(pay("SBP")
                        .says("Не знаем, дошёл ли платёж", "второй раз деньги не спишутся")
                        .hidden("key"))
                .isEqualTo(KEY);
    }

    @Test
    void whoComesBackFindsTheirPayment() {
        billing.knownQuote = () -> quoteOf(123_456, PAYMENT);
        open("/payments/return/" + QUOTE).leadsTo("/payments/" + PAYMENT);
        billing.knownQuote = () -> quoteOf(123_456, null);
        open("/payments/return/" + QUOTE).leadsTo("/payments");
    }

    @Test
    void anAccountThatWaitsForItsSupplierIsNotPaidYet() {
        accounts.links = () -> List.of(
                ScriptedAccounts.waiting(io.abonent.gateway.service.AccountService.LinkStatus.PENDING_SUPPLIER));
        open(PAY).leadsTo("/accounts/" + LINK);
        choose("debt", "").leadsTo("/accounts/" + LINK);
    }

    @Test
    void anotherPersonsAccountDoesNotExist() {
        open("/accounts/" + UUID.randomUUID() + "/pay").answers(404);
        open("/accounts/none/pay").answers(404);
    }
}
