package io.abonent.gateway.home;

import static io.abonent.gateway.service.ScriptedAccounts.ACCOUNT;
import static io.abonent.gateway.service.ScriptedAccounts.LINK;
import static io.abonent.gateway.service.ScriptedAccounts.linked;
import static io.abonent.gateway.service.ScriptedAccounts.waiting;
import static io.abonent.gateway.service.ScriptedBilling.balanceOf;
import static io.abonent.gateway.service.ScriptedBilling.itemOf;
import static io.abonent.gateway.service.ScriptedBilling.overviewOf;

import io.abonent.gateway.PagesUnderTest;
import io.abonent.gateway.service.AccountService.AccessLevel;
import io.abonent.gateway.service.AccountService.LinkStatus;
import io.abonent.gateway.service.AccountService.Step;
import io.abonent.gateway.service.BillingService.OverviewItem;
import io.abonent.gateway.service.Refusal;
import io.abonent.gateway.service.Refusing;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HomePageTests extends PagesUnderTest {

    private static final UUID OTHER = UUID.fromString("0198c000-0000-7000-8000-0000000000bb");

    private void twoAccounts() {
        accounts.links = () ->
                List.of(linked(AccessLevel.EXTENDED), linked(UUID.randomUUID(), OTHER, "Дача", AccessLevel.BASIC));
    }

    @Test
    void showsWhatIsDueAndWhatToDo() {
        open("/home")
                .answers(200)
                .says("Дом", "Газ Тест, счёт № 023-185952", "К оплате", "1 234,56 ₽", "обновлено 2 минуты назад")
                .says("Оплатить", "Передать показания", "Показания ждут до 25 декабря", "Подключить лицевой счёт")
                .has("href=\"/accounts/" + LINK + "/pay\"")
                .saysNot("по всем счетам");
        openIn(ENGLISH, "/home").says("Due", "₽1,234.56", "updated 2 minutes ago", "Hand in readings");
    }

    @Test
    void severalAccountsAreAddedUp() {
        twoAccounts();
        billing.overview = () -> overviewOf(itemOf(ACCOUNT, 123_456), itemOf(OTHER, 100_000));
        open("/home").says("К оплате по всем счетам", "2 234,56 ₽", "Дача");
    }

    @Test
    void onePartThatFailsLeavesTheOthers() {
        twoAccounts();
        billing.overview = () -> overviewOf(itemOf(ACCOUNT, 123_456), new OverviewItem(OTHER, null, null));
        open("/home")
                .answers(200)
                .says("1 234,56 ₽", "сумма сейчас недоступна", "Внести свою сумму")
                .saysNot("по всем счетам");
    }

    @Test
    void withoutBillingTheAccountsAreStillThere() {
        billing.overview = () -> {
            throw Refusing.away();
        };
        billing.balance = account -> {
            throw Refusing.away();
        };
        open("/home").answers(200).says("Газ Тест, счёт № 023-185952", "сумма сейчас недоступна");
    }

    @Test
    void anAccountLinkedAMomentAgoIsAskedForByItself() {
        twoAccounts();
        billing.overview = () -> overviewOf(itemOf(ACCOUNT, 123_456));
        billing.balance = account -> balanceOf(account, 100_000);
        open("/home").says("2 234,56 ₽", "1 000,00 ₽", "Дача");
    }

    @Test
    void aMissingConsentLeadsToItEvenIfTheNextStepIsUnknown() {
        accounts.step = () -> {
            throw Refusing.away();
        };
        billing.overview = () -> {
            throw Refusing.with(403, Refusal.CONSENT_REQUIRED);
        };
        open("/home").leadsTo("/consent");
    }

    @Test
    void withoutAccountsTheNextStepIsLinkingOne() {
        accounts.step = () -> Step.LINK_ACCOUNT;
        accounts.links = List::of;
        open("/home").leadsTo("/accounts/link");
        accounts.step = () -> Step.SIGN_CONSENT;
        open("/home").leadsTo("/consent");
    }

    @Test
    void anAccountThatWaitsForItsSupplierMovesWithoutReload() {
        accounts.step = () -> Step.LINK_ACCOUNT;
        accounts.links = () -> List.of(waiting(LinkStatus.PENDING_SUPPLIER));
        open("/home").says("ждём поставщика", "Ничего делать не нужно").has("hx-get=\"/home/accounts\"");
        part("/home/accounts").says("ждём поставщика").hasNot("<html");
    }

    @Test
    void withoutTheAccountsThePageSaysSo() {
        accounts.links = () -> {
            throw Refusing.away();
        };
        open("/home").answers(200).says("Не удалось загрузить ваши счета");
    }

    @Test
    void nothingDueIsGoodNews() {
        billing.overview = () -> overviewOf(itemOf(ACCOUNT, 0));
        open("/home").says("Долга нет", "Заплатить вперёд");
    }
}
