package io.abonent.gateway.support;

import static io.abonent.gateway.service.ScriptedAccounts.LINK;
import static io.abonent.gateway.service.ScriptedBilling.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.gateway.PagesUnderTest;
import io.abonent.gateway.service.IdempotencyKey;
import io.abonent.gateway.service.NotificationService.Author;
import io.abonent.gateway.service.NotificationService.Category;
import io.abonent.gateway.service.NotificationService.Conversation;
import io.abonent.gateway.service.NotificationService.Message;
import io.abonent.gateway.service.NotificationService.Question;
import io.abonent.gateway.service.NotificationService.Ticket;
import io.abonent.gateway.service.NotificationService.TicketStatus;
import io.abonent.gateway.service.NotificationService.Tickets;
import io.abonent.gateway.service.Refusal;
import io.abonent.gateway.service.Refusing;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SupportPagesTests extends PagesUnderTest {

    private static final UUID TICKET = UUID.fromString("0198c000-0000-7000-8000-0000000000aa");
    private static final String KEY = "0198c000-key-of-a-form";

    private final Support support = new Support();

    @BeforeEach
    void support() {
        script(support, new Object());
    }

    @Test
    void asksWithTheAccountThatItIsAbout() {
        open("/support").answers(200).says("Новый вопрос", "До 4 000 знаков", "Дом, 023-185952", "Оплата", "A-17");
        submit("/support", "key", KEY, "category", "PAYMENT", "linkId", LINK.toString(), "text", "Где чек?")
                .leadsTo("/support/" + TICKET);

        assertThat(support.asked).containsExactly(new Question(Category.PAYMENT, "Где чек?", LINK));
        assertThat(support.keys).containsExactly(KEY);
    }

    @Test
    void canBeAskedBeforeTheConsent() {
        accounts.links = () -> {
            throw Refusing.with(403, Refusal.CONSENT_REQUIRED);
        };
        open("/support").answers(200).says("Новый вопрос").saysNot("Лицевой счёт");
    }

    @Test
    void saysWhatIsMissingAndKeepsWhatIsThere() {
        submit("/support", "key", KEY, "text", "Где чек?")
                .answers(422)
                .says("Выберите тему, чтобы", "Где чек?")
                .has("aria-describedby=\"category-error\"");
        submit("/support", "key", KEY, "category", "OTHER", "text", "  ")
                .answers(422)
                .says("Напишите, что случилось")
                .has("aria-describedby=\"text-error text-hint\"");
        assertThat(support.asked).isEmpty();
    }

    @Test
    void keepsTheTextAndTheKeyWhenNoAnswerCame() {
        support.silent = true;
        submit("/support", "key", KEY, "category", "OTHER", "text", "Важное")
                .says("Не удалось отправить", "Важное")
                .has("value=\"" + KEY + "\"");
    }

    @Test
    void showsWhoSaidWhatAndWhatBelongsToOthersNotAtAll() {
        open("/support/" + TICKET).says("Обращение № A-17", "разбираемся", "Вы", "Где чек?", "Поддержка", "Вот он.");
        openIn(ENGLISH, "/support/" + TICKET).says("Question no. A-17", "in work");
        open("/support/" + UUID.randomUUID()).answers(404).says("Такой страницы нет");
    }

    @Test
    void nothingCanBeAddedToAClosedQuestion() {
        support.status = TicketStatus.CLOSED;
        open("/support/" + TICKET)
                .says("Обращение закрыто", "Задать новый вопрос")
                .hasNot("<textarea");
    }

    public static final class Support {

        private final List<Question> asked = new ArrayList<>();
        private final List<String> keys = new ArrayList<>();
        private TicketStatus status = TicketStatus.OPEN;
        private boolean silent;

        public Tickets tickets(@Nullable String cursor, @Nullable Integer limit) {
            return new Tickets(List.of(ticket()), null);
        }

        public Ticket open(IdempotencyKey key, Question question) {
            if (silent) {
                throw Refusing.silent();
            }
            keys.add(key.value());
            asked.add(question);
            return ticket();
        }

        public Conversation ticket(UUID ticketId) {
            if (!ticketId.equals(TICKET)) {
                throw Refusing.with(404, Refusal.NOT_FOUND);
            }
            List<Message> messages = List.of(
                    new Message(UUID.randomUUID(), Author.CUSTOMER, "Где чек?", NOW),
                    new Message(UUID.randomUUID(), Author.SUPPORT, "Вот он.", NOW));
            return new Conversation(TICKET, "A-17", Category.PAYMENT, status, null, NOW, NOW, messages);
        }

        private Ticket ticket() {
            return new Ticket(TICKET, "A-17", Category.PAYMENT, status, null, NOW, NOW);
        }
    }
}
