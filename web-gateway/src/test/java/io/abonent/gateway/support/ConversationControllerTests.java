package io.abonent.gateway.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.gateway.page.FormKeys;
import io.abonent.gateway.page.Pages;
import io.abonent.gateway.service.IdempotencyKey;
import io.abonent.gateway.service.NotificationService;
import io.abonent.gateway.service.NotificationService.Category;
import io.abonent.gateway.service.ServiceUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

class ConversationControllerTests {

    private static final UUID TICKET = UUID.randomUUID();
    private static final IdempotencyKey KEY = IdempotencyKey.fresh();

    private final FakeSupport support = new FakeSupport();
    private final ConversationController controller = new ConversationController(support, new FormKeys(), new Pages());

    @Test
    void sendsWhatWasWrittenAndShowsTheConversation() {
        ModelAndView page = controller.add(TICKET, KEY, " И ещё одно \r\n");
        assertThat(support.added).containsExactly("И ещё одно");
        assertThat(page.getViewName()).isNull();
    }

    @Test
    void sendsNothingWhenNothingIsWritten() {
        ModelAndView page = controller.add(TICKET, KEY, "  ");
        assertThat(support.added).isEmpty();
        assertThat(page.getStatus()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(page.getModel()).containsEntry("textError", "support.text.empty");
    }

    @Test
    void keepsTheTextAndTheKeyWhenSupportIsAway() {
        support.away = true;
        ModelAndView page = controller.add(TICKET, KEY, "Важное");
        assertThat(page.getModel())
                .containsEntry("text", "Важное")
                .containsEntry("key", KEY.value())
                .containsEntry("absent", true);
    }

    private static final class FakeSupport implements NotificationService {

        private final List<String> added = new ArrayList<>();
        private boolean away;

        @Override
        public Conversation ticket(UUID ticketId) {
            return new Conversation(
                    ticketId, "A-1", Category.OTHER, TicketStatus.OPEN, null, Instant.EPOCH, Instant.EPOCH, List.of());
        }

        @Override
        public Message reply(IdempotencyKey key, UUID ticketId, Reply reply) {
            if (away) {
                throw ServiceUnavailable.busy("away");
            }
            added.add(reply.text());
            return new Message(UUID.randomUUID(), Author.CUSTOMER, reply.text(), Instant.EPOCH);
        }

        @Override
        public Tickets tickets(@Nullable String cursor, @Nullable Integer limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Ticket open(IdempotencyKey key, Question question) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Notifications notifications(@Nullable String cursor, @Nullable Integer limit) {
            throw new UnsupportedOperationException();
        }
    }
}
