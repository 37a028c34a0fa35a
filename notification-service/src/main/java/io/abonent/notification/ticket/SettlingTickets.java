package io.abonent.notification.ticket;

import io.abonent.notification.delivery.AcceptingDeliveries;
import io.abonent.notification.delivery.Outgoing;
import io.abonent.notification.delivery.Recipient;
import io.abonent.notification.message.Message;
import io.abonent.platform.event.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a customer say that a question is settled, or is not after all; support hears of it once. */
@Service
class SettlingTickets {

    /** What became of it. */
    sealed interface Outcome {

        record Standing(Ticket ticket) implements Outcome {}

        record Refused(TicketRefused refusal) implements Outcome {}
    }

    private final Tickets tickets;
    private final AcceptingDeliveries deliveries;
    private final Clock clock;

    SettlingTickets(Tickets tickets, AcceptingDeliveries deliveries, Clock clock) {
        this.tickets = tickets;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Transactional
    Outcome settle(UUID userId, UUID ticketId) {
        Optional<Ticket> found = tickets.lock(ticketId, userId);
        if (found.isEmpty()) {
            return new Outcome.Refused(new TicketRefused.NotFound());
        }
        Ticket ticket = found.get();
        TicketStatus before = ticket.status();
        Instant now = now();
        ticket.settle(now);
        if (ticket.status() != before) {
            tellSupport(ticket, true, now);
        }
        return new Outcome.Standing(ticket);
    }

    @Transactional
    Outcome reopen(UUID userId, UUID ticketId) {
        Optional<Ticket> found = tickets.lock(ticketId, userId);
        if (found.isEmpty()) {
            return new Outcome.Refused(new TicketRefused.NotFound());
        }
        Ticket ticket = found.get();
        TicketStatus before = ticket.status();
        Instant now = now();
        Optional<TicketRefused> refusal = ticket.reopen(now);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        if (ticket.status() != before) {
            tellSupport(ticket, false, now);
        }
        return new Outcome.Standing(ticket);
    }

    /** As exact as the database keeps it: the first answer and the ones after it say the same. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void tellSupport(Ticket ticket, boolean settled, Instant now) {
        deliveries.accept(Outgoing.notice(
                Ids.next(),
                now,
                new Recipient.Support(ticket.ticketId()),
                new Message.TicketSettled(
                        ticket.number(), ticket.category().name(), settled, ticket.supplierId(), now)));
    }
}
