package io.abonent.notification.delivery;

import io.abonent.notification.message.Message;
import io.abonent.notification.message.MessageKind;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to be sent.
 *
 * @param sourceEventId why: the same event tells the same person once
 * @param subject what it is about, by which it can be taken back while it waits
 * @param delay before which it is not sent, because it may become pointless
 * @param expiresAt after which it must not be sent any more
 */
public record Outgoing(
        UUID sourceEventId,
        Recipient recipient,
        Message message,
        Ground ground,
        @Nullable UUID subject,
        Duration delay,
        Instant expiresAt) {

    /** A notice about the person's own account, useful for as long as its kind is. */
    public static Outgoing notice(UUID sourceEventId, Instant happenedAt, Recipient recipient, Message message) {
        return new Outgoing(
                sourceEventId,
                recipient,
                message,
                Ground.Transactional.OWN_ACCOUNT,
                null,
                Duration.ZERO,
                happenedAt.plus(MessageKind.of(message).urgency().maxAge()));
    }

    public Outgoing about(UUID newSubject) {
        return new Outgoing(sourceEventId, recipient, message, ground, newSubject, delay, expiresAt);
    }

    public Outgoing after(Duration newDelay) {
        return new Outgoing(sourceEventId, recipient, message, ground, subject, newDelay, expiresAt);
    }

    public Outgoing until(Instant newExpiresAt) {
        return new Outgoing(sourceEventId, recipient, message, ground, subject, delay, newExpiresAt);
    }
}
