package io.abonent.notification.verification;

import io.abonent.contracts.identity.VerificationRequested;
import io.abonent.notification.channel.Channel;
import io.abonent.notification.delivery.AcceptingDeliveries;
import io.abonent.notification.delivery.Outgoing;
import io.abonent.notification.delivery.Recipient;
import io.abonent.notification.message.Language;
import io.abonent.notification.message.Message;
import io.abonent.notification.message.MessageKind;
import io.abonent.notification.seal.SealedSecrets;
import io.abonent.notification.seal.UnreadableSecret;
import io.abonent.notification.seal.VerificationSecret;
import io.abonent.platform.consume.PermanentFailure;
import io.abonent.platform.event.EventEnvelope;
import io.abonent.platform.inbox.Inbox;
import org.springframework.stereotype.Component;

/** Turns requests for verification into messages. The code stays sealed until the moment it is sent. */
@Component
class VerificationMessages {

    private final Inbox inbox;
    private final AcceptingDeliveries deliveries;
    private final SealedSecrets secrets;

    VerificationMessages(Inbox inbox, AcceptingDeliveries deliveries, SealedSecrets secrets) {
        this.inbox = inbox;
        this.deliveries = deliveries;
        this.secrets = secrets;
    }

    void requested(VerificationRequested event, EventEnvelope envelope) {
        Message message = message(event);
        inbox.runOnce("verification", envelope.id(), () -> {
            // A new code makes the one before it invalid.
            deliveries.takeBack(event.verificationId(), MessageKind.of(message), "SUPERSEDED");
            deliveries.accept(Outgoing.notice(envelope.id(), event.requestedAt(), recipient(event), message)
                    .about(event.verificationId())
                    .until(event.expiresAt()));
        });
    }

    /** Opened once on arrival: what cannot be read must not look like a message that waits. */
    private Message message(VerificationRequested event) {
        try {
            VerificationSecret secret = secrets.open(event.sealed());
            return switch (event.purpose()) {
                case ALREADY_REGISTERED -> new Message.AlreadyRegistered();
                case REGISTER -> {
                    requireCode(secret, event);
                    yield new Message.ConfirmContact(null, null, event.expiresAt());
                }
                case RESET -> {
                    requireCode(secret, event);
                    yield new Message.ForgottenPassword(null, null, event.expiresAt());
                }
            };
        } catch (UnreadableSecret unreadable) {
            throw new PermanentFailure("verification " + event.verificationId(), unreadable);
        }
    }

    private static void requireCode(VerificationSecret secret, VerificationRequested event) {
        if (secret.code() == null) {
            throw new PermanentFailure("verification " + event.verificationId() + " has no code");
        }
    }

    private static Recipient recipient(VerificationRequested event) {
        Channel channel = switch (event.channel()) {
            case PHONE -> Channel.SMS;
            case EMAIL -> Channel.EMAIL;
        };
        return new Recipient.Verification(
                event.verificationId(), channel, event.sealed(), event.targetMasked(), Language.of(event.locale()));
    }
}
