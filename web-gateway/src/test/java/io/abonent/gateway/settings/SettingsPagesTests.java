package io.abonent.gateway.settings;

import static io.abonent.gateway.service.ScriptedAccounts.LINK;
import static io.abonent.gateway.service.ScriptedBilling.NOW;

import io.abonent.gateway.PagesUnderTest;
import io.abonent.gateway.service.AccountService.LinkStatus;
import io.abonent.gateway.service.ConsentService.Consents;
import io.abonent.gateway.service.ConsentService.Item;
import io.abonent.gateway.service.ConsentService.Purpose;
import io.abonent.gateway.service.ConsentService.Status;
import io.abonent.gateway.service.NotificationService.Notification;
import io.abonent.gateway.service.NotificationService.NotificationChannel;
import io.abonent.gateway.service.NotificationService.NotificationState;
import io.abonent.gateway.service.NotificationService.Notifications;
import io.abonent.gateway.service.Refusal;
import io.abonent.gateway.service.Refusing;
import io.abonent.gateway.service.ScriptedAccounts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsPagesTests extends PagesUnderTest {

    private static final UUID CONSENT = UUID.fromString("0198c000-0000-7000-8000-0000000000cc");

    @BeforeEach
    void services() {
        script(new Messages(), new SignedConsents());
    }

    @Test
    void s21AndS22LinkAFurtherAccountFromHere() {
        open("/settings")
                .answers(200)
                .says("Подключить лицевой счёт", "Дом", "счёт 023-185952", "Язык", "Оформление")
                .has("href=\"/accounts/link\"");
        openIn(ENGLISH, "/settings").says("Link an account", "Language");
    }

    @Test
    void everythingButTheAccountsIsThereBeforeTheConsent() {
        accounts.links = () -> {
            throw Refusing.with(403, Refusal.CONSENT_REQUIRED);
        };
        open("/settings").answers(200).says("подпишите согласие", "Устройства").hasNot("href=\"/accounts/link\"");
    }

    @Test
    void anOutageOfTheAccountsLeavesTheRest() {
        accounts.links = () -> {
            throw Refusing.away();
        };
        open("/settings").answers(200).says("Список счетов сейчас недоступен", "Профиль и пароль");
    }

    @Test
    void anAccountThatIsBeingLinkedSaysSoAndAnUnlinkedOneIsGone() {
        accounts.links = () -> List.of(ScriptedAccounts.waiting(LinkStatus.PENDING_SUPPLIER));
        open("/settings").says("подключается");
        accounts.links = () -> List.of(ScriptedAccounts.waiting(LinkStatus.UNLINKED));
        open("/settings").says("Пока ни одного");
    }

    @Test
    void unlinkingSaysFirstWhatItDoes() {
        open("/settings/accounts/" + LINK + "/unlink")
                .says("Отключить лицевой счёт?", "Дом", "долг у поставщика останутся", "История платежей сохранится");
        open("/settings/accounts/" + UUID.randomUUID() + "/unlink").answers(404);
    }

    @Test
    void withdrawingSaysFirstThatTheCabinetCloses() {
        open("/settings/consents").says("О данных", "подписано", "Редакция 1");
        open("/settings/consents/" + CONSENT + "/withdraw").says("Отозвать согласие?", "Кабинет закроется");
        open("/settings/consents/" + UUID.randomUUID() + "/withdraw").answers(404);
    }

    @Test
    void messagesSayWhereTheyWentAndWhetherTheyArrived() {
        open("/settings/notifications").says("Согласие подписано", "СМС на +7 912 ***-**-89", "доставлено");
    }

    public static final class Messages {

        public Notifications notifications(@Nullable String cursor, @Nullable Integer limit) {
            Notification sent = new Notification(
                    UUID.randomUUID(),
                    "CONSENT_CONFIRMED",
                    NotificationChannel.SMS,
                    NotificationState.DELIVERED,
                    "+7 912 ***-**-89",
                    "Согласие подписано",
                    NOW,
                    NOW,
                    NOW);
            return new Notifications(List.of(sent), null);
        }
    }

    public static final class SignedConsents {

        public Consents consents() {
            Item signed = new Item(
                    UUID.randomUUID(),
                    1,
                    Purpose.PERSONAL_DATA,
                    "О данных",
                    true,
                    Status.SIGNED,
                    CONSENT,
                    UUID.randomUUID(),
                    NOW,
                    null,
                    null);
            return new Consents(List.of(signed), List.of());
        }
    }
}
