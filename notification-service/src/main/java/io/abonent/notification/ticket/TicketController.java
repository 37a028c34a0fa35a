package io.abonent.notification.ticket;

import io.abonent.platform.idempotency.Idempotency;
import io.abonent.platform.idempotency.Idempotent;
import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import io.abonent.platform.security.CurrentUser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Support, open before the consent is signed: trouble with signing is a reason to ask. */
@RestController
@RequestMapping("/api/v1/tickets")
class TicketController {

    private final OpeningTickets opening;
    private final SettlingTickets settling;
    private final Tickets tickets;
    private final TicketMessages messages;
    private final LinkOwnership links;
    private final Idempotency idempotency;

    TicketController(
            OpeningTickets opening,
            SettlingTickets settling,
            Tickets tickets,
            TicketMessages messages,
            LinkOwnership links,
            Idempotency idempotency) {
        this.opening = opening;
        this.settling = settling;
        this.tickets = tickets;
        this.messages = messages;
        this.links = links;
        this.idempotency = idempotency;
    }

    @Idempotent
    @PostMapping
    ResponseEntity<TicketView> open(@Valid @RequestBody OpenTicketRequest request, CurrentUser user) {
        if (request.linkId() != null && !links.owns(user, request.linkId())) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        return idempotency.commit(() -> switch (opening.open(
                user.userId(), request.category(), request.text(), request.linkId())) {
            case TicketResult.Taken taken ->
                ResponseEntity.created(
                                URI.create("/api/v1/tickets/" + taken.ticket().ticketId()))
                        .body(TicketView.of(taken.ticket()));
            case TicketResult.Refused refused -> throw problem(refused.refusal());
        });
    }

    @Idempotent(required = false)
    @PostMapping("/{ticketId}/messages")
    ResponseEntity<TicketMessageView> add(
            @PathVariable UUID ticketId, @Valid @RequestBody AddMessageRequest request, CurrentUser user) {
        return idempotency.commit(() -> switch (opening.add(user.userId(), ticketId, request.text())) {
            case TicketResult.Taken taken ->
                ResponseEntity.created(URI.create("/api/v1/tickets/" + ticketId))
                        .body(TicketMessageView.of(taken.message()));
            case TicketResult.Refused refused -> throw problem(refused.refusal());
        });
    }

    @GetMapping
    TicketPage list(
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            CurrentUser user) {
        Limit oneMore = Limit.of(limit + 1);
        List<Ticket> found = cursor == null
                ? tickets.findByUserIdOrderByTicketIdDesc(user.userId(), oneMore)
                : tickets.findByUserIdAndTicketIdLessThanOrderByTicketIdDesc(user.userId(), cursor, oneMore);
        List<Ticket> page = found.subList(0, Math.min(limit, found.size()));
        return new TicketPage(
                page.stream().map(TicketView::of).toList(),
                found.size() > limit ? page.getLast().ticketId() : null);
    }

    @GetMapping("/{ticketId}")
    TicketThreadView thread(@PathVariable UUID ticketId, CurrentUser user) {
        Ticket ticket = tickets.findByTicketIdAndUserId(ticketId, user.userId())
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        return TicketThreadView.of(
                ticket, messages.findByTicketIdOrderByMessageId(ticketId, Limit.of(OpeningTickets.MESSAGES)));
    }

    @PutMapping("/{ticketId}/resolution")
    TicketView settle(@PathVariable UUID ticketId, CurrentUser user) {
        return standing(settling.settle(user.userId(), ticketId));
    }

    @DeleteMapping("/{ticketId}/resolution")
    TicketView reopen(@PathVariable UUID ticketId, CurrentUser user) {
        return standing(settling.reopen(user.userId(), ticketId));
    }

    private static TicketView standing(SettlingTickets.Outcome outcome) {
        return switch (outcome) {
            case SettlingTickets.Outcome.Standing standing -> TicketView.of(standing.ticket());
            case SettlingTickets.Outcome.Refused refused -> throw problem(refused.refusal());
        };
    }

    private static ProblemException problem(TicketRefused refusal) {
        return switch (refusal) {
            case TicketRefused.NotFound _ -> new ProblemException(PlatformProblem.NOT_FOUND);
            case TicketRefused.Closed _ -> new ProblemException(SupportProblem.TICKET_CLOSED);
            case TicketRefused.Full _ -> new ProblemException(SupportProblem.TICKET_FULL);
            case TicketRefused.TooMany(Duration retryAfter) ->
                new ProblemException(PlatformProblem.RATE_LIMITED).retryAfter(retryAfter);
        };
    }
}
