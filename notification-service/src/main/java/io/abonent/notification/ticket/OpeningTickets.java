package io.abonent.notification.ticket;

import io.abonent.notification.delivery.AcceptingDeliveries;
import io.abonent.notification.delivery.Outgoing;
import io.abonent.notification.delivery.Recipient;
import io.abonent.notification.link.AccountLink;
import io.abonent.notification.link.AccountLinks;
import io.abonent.notification.message.Message;
import io.abonent.platform.outbox.EventPublisher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a question or more words to it, tells the customer its number and support its text, all in one transaction. */
@Service
class OpeningTickets {

    static final int PER_DAY = 20;
    static final int MESSAGES = 200;
    private static final Duration DAY = Duration.ofDays(1);

    private final Tickets tickets;
    private final TicketMessages messages;
    private final AccountLinks links;
    private final AcceptingDeliveries deliveries;
    private final EventPublisher events;
    private final Clock clock;

    OpeningTickets(
            Tickets tickets,
            TicketMessages messages,
            AccountLinks links,
            AcceptingDeliveries deliveries,
            EventPublisher events,
            Clock clock) {
        this.tickets = tickets;
        this.messages = messages;
        this.links = links;
        this.deliveries = deliveries;
        this.events = events;
        this.clock = clock;
    }

    /** @param linkId already known to be the user's own */
    @Transactional
    TicketResult open(UUID userId, TicketCategory category, String text, @Nullable UUID linkId) {
        Instant now = clock.instant();
        Duration wait = wait(userId, now);
        if (wait.isPositive()) {
            return new TicketResult.Refused(new TicketRefused.TooMany(wait));
        }
        Optional<AccountLink> link = link(linkId, userId);
        UUID supplierId = link.map(AccountLink::supplierId).orElse(null);
        Ticket ticket = tickets.save(new Ticket(number(now), userId, category, linkId, supplierId, now));
        TicketMessage message =
                messages.save(new TicketMessage(ticket.ticketId(), TicketMessage.Author.CUSTOMER, text, now));
        events.publish(ticket, TicketEvents::opened);
        deliveries.accept(Outgoing.notice(
                message.getId(),
                now,
                new Recipient.User(userId),
                new Message.TicketRegistered(ticket.number(), category.name(), now)));
        tellSupport(ticket, message, false, link);
        return new TicketResult.Taken(ticket, message);
    }

    @Transactional
    TicketResult add(UUID userId, UUID ticketId, String text) {
        Instant now = clock.instant();
        Optional<Ticket> found = tickets.lock(ticketId, userId);
        if (found.isEmpty()) {
            return new TicketResult.Refused(new TicketRefused.NotFound());
        }
        Ticket ticket = found.get();
        if (messages.countByTicketId(ticketId) >= MESSAGES) {
            return new TicketResult.Refused(new TicketRefused.Full());
        }
        Optional<TicketRefused> refusal = ticket.customerWrote(now);
        if (refusal.isPresent()) {
            return new TicketResult.Refused(refusal.get());
        }
        TicketMessage message = messages.save(new TicketMessage(ticketId, TicketMessage.Author.CUSTOMER, text, now));
        tellSupport(ticket, message, true, link(ticket.linkId(), userId));
        return new TicketResult.Taken(ticket, message);
    }

    /** Until the first of the last questions that a day allows is a day old. */
    private Duration wait(UUID userId, Instant now) {
        List<Ticket> last = tickets.findByUserIdOrderByTicketIdDesc(userId, Limit.of(PER_DAY));
        return last.size() < PER_DAY
                ? Duration.ZERO
                : Duration.between(now, last.getLast().createdAt().plus(DAY));
    }

    private void tellSupport(Ticket ticket, TicketMessage message, boolean followUp, Optional<AccountLink> link) {
        deliveries.accept(Outgoing.notice(
                message.getId(),
                message.createdAt(),
                new Recipient.Support(ticket.ticketId()),
                new Message.TicketForSupport(
                        ticket.number(),
                        ticket.category().name(),
                        message.text(),
                        followUp,
                        ticket.supplierId(),
                        link.map(AccountLink::accountNumberMasked).orElse(null),
                        message.createdAt())));
    }

    private Optional<AccountLink> link(@Nullable UUID linkId, UUID userId) {
        return Optional.ofNullable(linkId).flatMap(id -> links.activeLink(id, userId));
    }

    private String number(Instant now) {
        return "%d-%06d".formatted(now.atZone(ZoneOffset.UTC).getYear(), tickets.nextNumber());
    }
}
