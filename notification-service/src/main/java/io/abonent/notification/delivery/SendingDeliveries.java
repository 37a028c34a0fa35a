package io.abonent.notification.delivery;

import io.abonent.notification.channel.Channel;
import io.abonent.notification.channel.SendOutcome;
import io.abonent.notification.consent.AdvertisingConsents;
import io.abonent.notification.contact.Contacts;
import io.abonent.notification.message.Message;
import io.abonent.notification.message.MessageKind;
import io.abonent.notification.seal.SealedSecrets;
import io.abonent.notification.seal.VerificationSecret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * One attempt: decide in a transaction, send outside of any, record in another. A crash in between leaves SENDING, and the
 * message may go out twice, never not at all.
 */
@Service
class SendingDeliveries {

    private static final Logger log = LoggerFactory.getLogger(SendingDeliveries.class);

    private final Deliveries deliveries;
    private final AddressBook addresses;
    private final Contacts contacts;
    private final AdvertisingConsents consents;
    private final SealedSecrets secrets;
    private final Dispatch dispatch;
    private final SmsReceipts receipts;
    private final DeliveryMetrics metrics;
    private final DeliveryProperties properties;
    private final TransactionOperations transaction;
    private final JsonMapper json;
    private final Clock clock;
    private final Backoff backoff = new Backoff(RandomGenerator.getDefault());

    SendingDeliveries(
            Deliveries deliveries,
            AddressBook addresses,
            Contacts contacts,
            AdvertisingConsents consents,
            SealedSecrets secrets,
            Dispatch dispatch,
            SmsReceipts receipts,
            DeliveryMetrics metrics,
            DeliveryProperties properties,
            TransactionOperations transaction,
            JsonMapper json,
            Clock clock) {
        this.deliveries = deliveries;
        this.addresses = addresses;
        this.contacts = contacts;
        this.consents = consents;
        this.secrets = secrets;
        this.dispatch = dispatch;
        this.receipts = receipts;
        this.metrics = metrics;
        this.properties = properties;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    private sealed interface Decision {}

    private record Ended() implements Decision {}

    private record Later(Instant at) implements Decision {}

    private record Ready(Delivery delivery, Address.Known address, Message message) implements Decision {}

    /** @return when to come again, empty if the delivery has ended */
    Optional<Instant> attempt(UUID deliveryId) {
        Decision decision = transaction.execute(_ -> decide(deliveryId));
        return switch (decision) {
            case Ended _ -> Optional.empty();
            case Later later -> Optional.of(later.at());
            case Ready ready -> send(ready);
        };
    }

    private Decision decide(UUID deliveryId) {
        Optional<Delivery> found = deliveries.findById(deliveryId);
        if (found.isEmpty() || !found.get().state().open()) {
            return new Ended();
        }
        Delivery delivery = found.get();
        Instant now = clock.instant();
        if (!now.isBefore(delivery.expiresAt())) {
            delivery.giveUp("EXPIRED");
            metrics.ended(delivery);
            log.info("Delivery {} ({}) expired before it could be sent", deliveryId, delivery.kind());
            return new Ended();
        }
        if (now.isBefore(delivery.dueAt())) {
            return new Later(delivery.dueAt());
        }
        if (delivery.ground() == DeliveryGround.MARKETING && !mayAdvertise(delivery.userId())) {
            delivery.suppress("NO_CONSENT");
            metrics.ended(delivery);
            return new Ended();
        }
        return address(delivery, now);
    }

    private Decision address(Delivery delivery, Instant now) {
        VerificationSecret secret = delivery.sealed() == null ? null : secrets.open(delivery.sealed());
        Message message =
                withSecret(json.readValue(delivery.content(), delivery.kind().type()), secret);
        return switch (addresses.find(delivery, secret, message.supplierId())) {
            case Address.NotYet _ ->
                new Later(now.plus(backoff.forContact(Duration.between(delivery.createdAt(), now))));
            case Address.Unfit unfit -> {
                delivery.suppress(unfit.reason());
                metrics.ended(delivery);
                yield new Ended();
            }
            case Address.Known known
            when tooManySms(delivery, known, now) -> {
                delivery.suppress("SMS_LIMIT");
                metrics.ended(delivery);
                yield new Ended();
            }
            case Address.Known known -> {
                delivery.reach(known.channel(), known.contactId(), known.masked(), known.language());
                if (!dispatch.enter(known.channel(), delivery.kind().urgency())) {
                    yield later(delivery, now, Math.clamp(delivery.attempts(), 1, 3));
                }
                delivery.begin();
                yield new Ready(delivery, known, message);
            }
        };
    }

    private Optional<Instant> send(Ready ready) {
        SendOutcome outcome = dispatch.send(ready.delivery(), ready.address(), ready.message());
        Decision next = transaction.execute(_ -> record(ready, outcome));
        if (outcome instanceof SendOutcome.Accepted accepted && accepted.providerMessageId() != null) {
            receipts.applyWaiting(accepted.providerMessageId());
        }
        return next instanceof Later later ? Optional.of(later.at()) : Optional.empty();
    }

    private Decision record(Ready ready, SendOutcome outcome) {
        Delivery delivery = deliveries.findById(ready.delivery().deliveryId()).orElseThrow();
        Instant now = clock.instant();
        metrics.attempted(delivery, outcome);
        return switch (outcome) {
            case SendOutcome.Accepted accepted -> {
                delivery.sent(accepted.providerMessageId(), now);
                metrics.ended(delivery);
                yield new Ended();
            }
            case SendOutcome.Refused refused -> {
                delivery.refused(refused.reason());
                if (refused.addressee() && delivery.contactId() != null) {
                    contacts.markUndeliverable(delivery.contactId(), now);
                }
                metrics.ended(delivery);
                log.warn("Delivery {} ({}) was refused: {}", delivery.deliveryId(), delivery.kind(), refused.reason());
                yield new Ended();
            }
            case SendOutcome.Unavailable unavailable -> {
                delivery.postpone(unavailable.reason());
                yield later(delivery, now, delivery.attempts());
            }
        };
    }

    /** Never behind the expiry: what cannot be sent any more ends on time, and its secret with it. */
    private Later later(Delivery delivery, Instant now, int attempts) {
        Instant next = now.plus(backoff.after(delivery.kind().urgency(), attempts));
        return new Later(next.isBefore(delivery.expiresAt()) ? next : delivery.expiresAt());
    }

    /** A person with many accounts, or a mistake of ours, must not cost a hundred SMS a day. */
    private boolean tooManySms(Delivery delivery, Address.Known address, Instant now) {
        return address.channel() == Channel.SMS
                && delivery.userId() != null
                && delivery.kind().urgency() == MessageKind.Urgency.NOTICE
                && deliveries.countByUserIdAndChannelAndSentAtAfter(
                                delivery.userId(), Channel.SMS, now.minus(Duration.ofDays(1)))
                        >= properties.smsPerDay();
    }

    private boolean mayAdvertise(@Nullable UUID userId) {
        return userId != null && consents.of(userId).isPresent();
    }

    private static Message withSecret(Message message, @Nullable VerificationSecret secret) {
        return secret == null ? message : message.withSecret(secret.code(), secret.link());
    }
}
