package io.abonent.notification.delivery;

import io.abonent.notification.channel.Channel;
import io.abonent.notification.message.Language;
import io.abonent.notification.message.MessageKind;
import io.abonent.platform.event.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One message on its way to one person. */
@Entity
@Table(name = "delivery")
class Delivery {

    @Id
    private UUID deliveryId;

    private UUID sourceEventId;
    private UUID recipient;

    @Enumerated(EnumType.STRING)
    private DeliveryRoute route;

    private @Nullable UUID userId;

    @Enumerated(EnumType.STRING)
    private MessageKind kind;

    @Enumerated(EnumType.STRING)
    private DeliveryGround ground;

    private @Nullable UUID subject;

    @JdbcTypeCode(SqlTypes.JSON)
    private String content;

    private @Nullable String sealed;

    @Enumerated(EnumType.STRING)
    private Language language;

    @Enumerated(EnumType.STRING)
    private DeliveryState state;

    @Enumerated(EnumType.STRING)
    private @Nullable Channel channel;

    private @Nullable UUID contactId;
    private @Nullable String targetMasked;
    private int attempts;
    private @Nullable String reason;
    private @Nullable String providerMessageId;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant dueAt;
    private Instant expiresAt;
    private @Nullable Instant sentAt;
    private @Nullable Instant deliveredAt;

    @Version
    private @Nullable Long version;

    protected Delivery() {}

    Delivery(Outgoing outgoing, String content, Instant now) {
        this.deliveryId = Ids.next();
        this.sourceEventId = outgoing.sourceEventId();
        this.kind = MessageKind.of(outgoing.message());
        this.ground = DeliveryGround.of(outgoing.ground());
        this.subject = outgoing.subject();
        this.content = content;
        this.language = Language.RU;
        this.createdAt = now;
        this.dueAt = now.plus(outgoing.delay());
        this.expiresAt = outgoing.expiresAt();
        // Where a user is reached is looked up when it is sent.
        this.state = outgoing.recipient().isUser() ? DeliveryState.ACCEPTED : DeliveryState.SCHEDULED;
        switch (outgoing.recipient()) {
            case Recipient.User user -> {
                this.recipient = user.userId();
                this.userId = user.userId();
                this.route = DeliveryRoute.PREFERRED;
            }
            case Recipient.Contact contact -> {
                this.recipient = contact.contactId();
                this.userId = contact.userId();
                this.contactId = contact.contactId();
                this.route = DeliveryRoute.CONTACT;
            }
            case Recipient.Verification verification -> {
                this.recipient = verification.verificationId();
                this.route = verification.channel() == Channel.SMS ? DeliveryRoute.SMS : DeliveryRoute.EMAIL;
                this.sealed = verification.sealed();
                this.language = verification.language();
                this.channel = verification.channel();
                this.targetMasked = verification.targetMasked();
            }
            case Recipient.Support support -> {
                this.recipient = support.ticketId();
                this.route = DeliveryRoute.SUPPORT;
                this.channel = Channel.EMAIL;
            }
        }
    }

    /** ACCEPTED → SCHEDULED; again before each attempt, because people change their contacts. */
    void reach(Channel newChannel, @Nullable UUID newContactId, @Nullable String masked, Language newLanguage) {
        requireOpen();
        channel = newChannel;
        contactId = newContactId;
        targetMasked = masked;
        language = newLanguage;
        state = state == DeliveryState.ACCEPTED ? DeliveryState.SCHEDULED : state;
    }

    void begin() {
        requireOpen();
        if (state == DeliveryState.ACCEPTED) {
            throw new IllegalStateException("delivery " + deliveryId + " has nowhere to go");
        }
        state = DeliveryState.SENDING;
        attempts++;
    }

    void sent(@Nullable String messageId, Instant now) {
        requireSending();
        state = DeliveryState.SENT;
        providerMessageId = messageId;
        sentAt = now;
        reason = null;
        sealed = null;
    }

    void postpone(String why) {
        requireSending();
        state = DeliveryState.SCHEDULED;
        reason = why;
    }

    void refused(String why) {
        requireSending();
        end(DeliveryState.FAILED, why);
    }

    /** Too old: never sent late (F-45). */
    void giveUp(String why) {
        requireOpen();
        end(DeliveryState.DEAD, why);
    }

    void suppress(String why) {
        requireOpen();
        end(DeliveryState.SUPPRESSED, why);
    }

    /** The partner's receipt; a second or contradicting one changes nothing. */
    void receipt(boolean arrived, String why, Instant now) {
        if (state != DeliveryState.SENT) {
            return;
        }
        if (arrived) {
            state = DeliveryState.DELIVERED;
            deliveredAt = now;
        } else {
            end(DeliveryState.FAILED, why);
        }
    }

    private void end(DeliveryState last, String why) {
        state = last;
        reason = why;
        sealed = null;
    }

    private void requireOpen() {
        if (!state.open()) {
            throw new IllegalStateException("delivery " + deliveryId + " has ended: " + state);
        }
    }

    private void requireSending() {
        if (state != DeliveryState.SENDING) {
            throw new IllegalStateException("delivery " + deliveryId + " is not being sent: " + state);
        }
    }

    UUID deliveryId() {
        return deliveryId;
    }

    UUID sourceEventId() {
        return sourceEventId;
    }

    UUID recipient() {
        return recipient;
    }

    @Nullable
    UUID subject() {
        return subject;
    }

    DeliveryRoute route() {
        return route;
    }

    @Nullable
    UUID userId() {
        return userId;
    }

    MessageKind kind() {
        return kind;
    }

    DeliveryGround ground() {
        return ground;
    }

    String content() {
        return content;
    }

    @Nullable
    String sealed() {
        return sealed;
    }

    Language language() {
        return language;
    }

    DeliveryState state() {
        return state;
    }

    @Nullable
    Channel channel() {
        return channel;
    }

    @Nullable
    UUID contactId() {
        return contactId;
    }

    @Nullable
    String targetMasked() {
        return targetMasked;
    }

    int attempts() {
        return attempts;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    String providerMessageId() {
        return providerMessageId;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant dueAt() {
        return dueAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    @Nullable
    Instant sentAt() {
        return sentAt;
    }

    @Nullable
    Instant deliveredAt() {
        return deliveredAt;
    }
}
