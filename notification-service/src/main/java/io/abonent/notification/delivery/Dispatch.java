package io.abonent.notification.delivery;

import io.abonent.notification.channel.Channel;
import io.abonent.notification.channel.SendOutcome;
import io.abonent.notification.mail.LetterSender;
import io.abonent.notification.mail.MailProperties;
import io.abonent.notification.mail.OutgoingLetter;
import io.abonent.notification.message.Language;
import io.abonent.notification.message.Letter;
import io.abonent.notification.message.LetterLayout;
import io.abonent.notification.message.LetterWriter;
import io.abonent.notification.message.Message;
import io.abonent.notification.message.MessageKind;
import io.abonent.notification.message.Setting;
import io.abonent.notification.message.SmsWriter;
import io.abonent.notification.sms.Sms;
import io.abonent.notification.sms.SmsSender;
import io.abonent.notification.supplier.Supplier;
import io.abonent.notification.supplier.Suppliers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts a message into words and hands it to the partner of its channel. */
@Component
class Dispatch {

    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);

    private final SmsSender sms;
    private final LetterSender letters;
    private final SmsWriter smsWriter;
    private final LetterWriter letterWriter;
    private final LetterLayout layout;
    private final Suppliers suppliers;
    private final MailProperties mail;
    private final DeliveryProperties properties;
    private final Clock clock;
    private final Map<Channel, ChannelGate> gates = new EnumMap<>(Channel.class);

    Dispatch(
            SmsSender sms,
            LetterSender letters,
            SmsWriter smsWriter,
            LetterWriter letterWriter,
            LetterLayout layout,
            Suppliers suppliers,
            MailProperties mail,
            DeliveryProperties properties,
            Clock clock) {
        this.sms = sms;
        this.letters = letters;
        this.smsWriter = smsWriter;
        this.letterWriter = letterWriter;
        this.layout = layout;
        this.suppliers = suppliers;
        this.mail = mail;
        this.properties = properties;
        this.clock = clock;
        gates.put(Channel.SMS, new ChannelGate(Channel.SMS, properties.smsPerSecond(), clock));
        gates.put(Channel.EMAIL, new ChannelGate(Channel.EMAIL, properties.mailsPerSecond(), clock));
    }

    /** @return false if the channel is closed or busy; true obliges to send */
    boolean enter(Channel channel, MessageKind.Urgency urgency) {
        return gate(channel).enter(urgency);
    }

    SendOutcome send(Delivery delivery, Address.Known address, Message message) {
        SendOutcome outcome;
        try {
            outcome = switch (address.channel()) {
                case SMS -> sms.send(sms(delivery, address, message));
                case EMAIL -> letters.send(letter(delivery, address, message));
            };
        } catch (RuntimeException failure) {
            // Its text may quote what it failed on.
            log.error(
                    "Delivery {} ({}) could not be put into words or sent: {}",
                    delivery.deliveryId(),
                    delivery.kind(),
                    failure.getClass().getName());
            outcome = new SendOutcome.Unavailable("INTERNAL", false);
        }
        gate(address.channel()).leave(outcome);
        return outcome;
    }

    Setting setting(Message message, Language language) {
        Optional<Supplier> supplier = Optional.ofNullable(message.supplierId()).flatMap(suppliers::find);
        return new Setting(
                language,
                supplier.map(Supplier::timeZone).orElse(properties.timeZone()),
                supplier.map(Supplier::name).orElse(null),
                clock.instant());
    }

    private Sms sms(Delivery delivery, Address.Known address, Message message) {
        Instant now = clock.instant();
        return new Sms(
                delivery.deliveryId(),
                address.target(),
                smsWriter.write(message, setting(message, address.language())),
                Duration.between(now, delivery.expiresAt()));
    }

    private OutgoingLetter letter(Delivery delivery, Address.Known address, Message message) {
        Letter letter = letterWriter.write(message, setting(message, address.language()));
        return new OutgoingLetter(
                delivery.deliveryId(),
                address.target(),
                letter.subject(),
                layout.text(letter, mail.senderName()),
                layout.html(letter, mail.senderName()));
    }

    private ChannelGate gate(Channel channel) {
        ChannelGate gate = gates.get(channel);
        if (gate == null) {
            throw new IllegalStateException("no gate for " + channel);
        }
        return gate;
    }
}
