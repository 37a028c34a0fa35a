package io.abonent.gateway.home;

import static io.abonent.gateway.service.ScriptedAccounts.ACCOUNT;
import static io.abonent.gateway.service.ScriptedAccounts.LINK;
import static io.abonent.gateway.service.ScriptedAccounts.linked;
import static io.abonent.gateway.service.ScriptedAccounts.waiting;
import static io.abonent.gateway.service.ScriptedBilling.balanceOf;

import io.abonent.gateway.PagesUnderTest;
import io.abonent.gateway.service.AccountService.AccessLevel;
import io.abonent.gateway.service.AccountService.LinkStatus;
import io.abonent.gateway.service.AccountService.Step;
import io.abonent.gateway.service.Refusing;
import java.util.List;
import java.util.Map;
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
        billing.balances(Map.of(ACCOUNT, () -> balanceOf(ACCOUNT, 123_456), OTHER, () -> balanceOf(OTHER, 100_000)));
        open("/home").says("К оплате по всем счетам", "2 234,56 ₽", "Дача");
    }

    @Test
    void onePartThatFailsLeavesTheOthers() {
        twoAccounts();
        billing.balances(Map.of(ACCOUNT, () -> balanceOf(ACCOUNT, 123_456), OTHER, () -> {
            throw Refusing.away();
        }));
        billing.meters = account -> {
            throw Refusing.away();
        };
        open("/home").answers(200).says("1 234,56 ₽", "сумма сейчас недоступна", "Внести свою сумму");
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
        billing.balance = account -> balanceOf(account, 0);
        open("/home").says("Долга нет", "Заплатить вперёд");
    }
}
