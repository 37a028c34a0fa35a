package io.abonent.notification.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

class TicketTests {

    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

    @Test
    void newTicketTakesMoreWordsAndStaysNew() {
        Ticket ticket = ticket(TicketStatus.NEW);
        assertThat(ticket.customerWrote(NOW.plusSeconds(60))).isEmpty();
        assertThat(ticket.status()).isEqualTo(TicketStatus.NEW);
        assertThat(ticket.updatedAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void answerOfTheCustomerOpensAWaitingTicket() {
        Ticket ticket = ticket(TicketStatus.WAITING_CUSTOMER);
        assertThat(ticket.customerWrote(NOW)).isEmpty();
        assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void resolvedTicketIsReopenedWithinTwoWeeks() {
        Ticket ticket = resolvedAt(NOW);
        assertThat(ticket.customerWrote(NOW.plus(Duration.ofDays(14)))).isEmpty();
        assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void resolvedTicketIsClosedAfterTwoWeeks() {
        Ticket ticket = resolvedAt(NOW);
        assertThat(ticket.customerWrote(NOW.plus(Duration.ofDays(14)).plusMillis(1)))
                .contains(new TicketRefused.Closed());
        assertThat(ticket.status()).isEqualTo(TicketStatus.RESOLVED);
    }

    @Test
    void closedTicketTakesNothing() {
        Ticket ticket = ticket(TicketStatus.CLOSED);
        assertThat(ticket.customerWrote(NOW)).contains(new TicketRefused.Closed());
    }

    @Test
    void customerSettlesAQuestionAndMayAskAgainForTwoWeeks() {
        Ticket ticket = ticket(TicketStatus.WAITING_CUSTOMER);
        ticket.settle(NOW);
        assertThat(ticket.status()).isEqualTo(TicketStatus.RESOLVED);
        assertThat(ticket.reopenableUntil()).isEqualTo(NOW.plus(Duration.ofDays(14)));

        ticket.settle(NOW.plus(Duration.ofDays(5)));
        assertThat(ticket.reopenableUntil()).isEqualTo(NOW.plus(Duration.ofDays(14)));
        assertThat(ticket.reopen(NOW.plus(Duration.ofDays(6)))).isEmpty();
        assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
        assertThat(ticket.reopenableUntil()).isNull();
    }

    @Test
    void reopeningChangesNothingThatIsOpenAndNothingThatIsClosed() {
        for (TicketStatus open :
                new TicketStatus[] {TicketStatus.NEW, TicketStatus.OPEN, TicketStatus.WAITING_CUSTOMER}) {
            Ticket ticket = ticket(open);
            assertThat(ticket.reopen(NOW)).isEmpty();
            assertThat(ticket.status()).isEqualTo(open);
        }
        Ticket closed = ticket(TicketStatus.CLOSED);
        closed.settle(NOW);
        assertThat(closed.reopen(NOW)).contains(new TicketRefused.Closed());
        assertThat(closed.status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(resolvedAt(NOW).reopen(NOW.plus(Duration.ofDays(15)))).contains(new TicketRefused.Closed());
    }

    private static Ticket resolvedAt(Instant when) {
        Ticket ticket = ticket(TicketStatus.RESOLVED);
        ReflectionTestUtils.setField(ticket, "resolvedAt", when);
        return ticket;
    }

    /** Staff's side of the states is not built yet: their rows come from the database. */
    private static Ticket ticket(TicketStatus status) {
        Ticket ticket = new Ticket("2026-000017", UUID.randomUUID(), TicketCategory.OTHER, null, null, NOW);
        ReflectionTestUtils.setField(ticket, "status", status);
        return ticket;
    }
}
