package io.abonent.gateway.account;

import static io.abonent.gateway.service.ScriptedAccounts.LINK;
import static io.abonent.gateway.service.ScriptedAccounts.linked;
import static io.abonent.gateway.service.ScriptedAccounts.waiting;
import static io.abonent.gateway.service.ScriptedBilling.metersOf;
import static io.abonent.gateway.service.ScriptedBilling.paymentOf;

import io.abonent.gateway.PagesUnderTest;
import io.abonent.gateway.service.AccountService.AccessLevel;
import io.abonent.gateway.service.AccountService.LinkStatus;
import io.abonent.gateway.service.BillingService.PaymentStatus;
import io.abonent.gateway.service.BillingService.Payments;
import io.abonent.gateway.service.Refusing;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountPageTests extends PagesUnderTest {

    private static final String ACCOUNT = "/accounts/" + LINK;

    @Test
    void paymentAndReadingStartFromTheSamePage() {
        open(ACCOUNT)
                .answers(200)
                .says("Дом", "К оплате", "1 234,56 ₽", "Оплатить", "Передать показания", "Газоснабжение")
                .has("href=\"" + ACCOUNT + "/pay\"")
                .has("href=\"" + ACCOUNT + "/readings\"");
        openIn(ENGLISH, ACCOUNT).says("Due", "Pay", "Hand in readings", "Meters");
    }

    @Test
    void theExtendedVersionIsOfferedOnlyWhileItIsClosed() {
        open(ACCOUNT).says("Открыть расширенную версию").saysNot("Было");

        accounts.links = () -> List.of(linked(AccessLevel.EXTENDED));
        billing.meters = account -> metersOf(true, "1176");
        open(ACCOUNT).says("Было 1 176 м³ на 24 октября").saysNot("Открыть расширенную версию");
    }

    @Test
    void paymentsAreListedAndDrawn() {
        billing.payments = () -> new Payments(List.of(paymentOf(PaymentStatus.POSTED, null)), null);
        open(ACCOUNT)
                .says("Оплачено по месяцам", "1 235", "ноябрь 1 234,56 ₽", "зачислен")
                .has("role=\"img\"")
                .has("<desc");
    }

    @Test
    void eachPartFailsAlone() {
        billing.balance = account -> {
            throw Refusing.with(503, "SUPPLIER_UNAVAILABLE");
        };
        billing.meters = account -> {
            throw Refusing.away();
        };
        billing.payments = () -> {
            throw Refusing.away();
        };
        open(ACCOUNT)
                .answers(200)
                .says("Сумму сейчас узнать не удалось", "Счётчики сейчас недоступны", "Платежи сейчас недоступны")
                .says("Внести свою сумму", "Передать показания");
    }

    @ParameterizedTest
    @EnumSource(value = LinkStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "ACTIVE")
    void anAccountThatIsNotLinkedTellsWhy(LinkStatus status) {
        accounts.links = () -> List.of(waiting(status));
        open(ACCOUNT).answers(200).saysNot("??");
        openIn(ENGLISH, ACCOUNT).saysNot("??");
    }

    @Test
    void waitingForTheSupplierMovesWithoutReloadAndEndsOnTheAccount() {
        accounts.links = () -> List.of(waiting(LinkStatus.PENDING_SUPPLIER));
        open(ACCOUNT).has("hx-get=\"" + ACCOUNT + "/waiting\"");
        part(ACCOUNT + "/waiting").says("Проверяем счёт у поставщика");

        accounts.links = () -> List.of(linked(AccessLevel.BASIC));
        org.assertj.core.api.Assertions.assertThat(part(ACCOUNT + "/waiting").fragmentLocation())
                .isEqualTo(ACCOUNT);
    }

    @Test
    void anotherPersonsAccountDoesNotExist() {
        open("/accounts/" + UUID.randomUUID()).answers(404).says("Такой страницы нет");
    }
}
