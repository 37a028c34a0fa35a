package io.abonent.gateway.service;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Support, and the messages that were sent. */
@HttpExchange("/api/v1")
public interface NotificationService {

    @GetExchange("/tickets")
    Tickets tickets(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit);

    @PostExchange("/tickets")
    Ticket open(@RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key, @RequestBody Question question);

    @GetExchange("/tickets/{ticketId}")
    Conversation ticket(@PathVariable UUID ticketId);

    @PostExchange("/tickets/{ticketId}/messages")
    Message reply(
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key,
            @PathVariable UUID ticketId,
            @RequestBody Reply reply);

    @GetExchange("/notifications")
    Notifications notifications(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit);

    record Question(
            Category category, String text, @Nullable UUID linkId) {}

    enum Category {
        REGISTRATION,
        CONSENT,
        LINKING,
        ACCESS,
        PAYMENT,
        READING,
        PERSONAL_DATA,
        @JsonEnumDefaultValue
        OTHER
    }

    enum TicketStatus {
        NEW,
        OPEN,
        WAITING_CUSTOMER,
        RESOLVED,
        CLOSED,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    record Tickets(List<Ticket> items, @Nullable String nextCursor) {}

    record Ticket(
            UUID ticketId,
            String number,
            Category category,
            TicketStatus status,
            @Nullable UUID linkId,
            Instant createdAt,
            Instant updatedAt) {}

    record Conversation(
            UUID ticketId,
            String number,
            Category category,
            TicketStatus status,
            @Nullable UUID linkId,
            Instant createdAt,
            Instant updatedAt,
            List<Message> messages) {}

    record Message(UUID messageId, Author author, String text, Instant createdAt) {}

    enum Author {
        CUSTOMER,
        @JsonEnumDefaultValue
        SUPPORT
    }

    record Reply(String text) {}

    record Notifications(List<Notification> items, @Nullable String nextCursor) {}

    record Notification(
            UUID notificationId,
            String kind,
            NotificationChannel channel,
            NotificationState state,
            String targetMasked,
            @Nullable String title,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable Instant deliveredAt) {}

    enum NotificationChannel {
        SMS,
        EMAIL,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    enum NotificationState {
        ACCEPTED,
        SUPPRESSED,
        SCHEDULED,
        SENDING,
        SENT,
        DELIVERED,
        FAILED,
        DEAD,
        @JsonEnumDefaultValue
        UNKNOWN
    }
}
