package io.abonent.notification.delivery;

import io.abonent.contracts.identity.LoginType;
import io.abonent.notification.channel.Channel;
import io.abonent.notification.contact.Contact;
import io.abonent.notification.contact.Contacts;
import io.abonent.notification.mail.MailProperties;
import io.abonent.notification.message.Language;
import io.abonent.notification.seal.VerificationSecret;
import io.abonent.notification.supplier.Supplier;
import io.abonent.notification.supplier.Suppliers;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds where a delivery goes: a mailbox rather than a phone, because a letter says more and costs less. */
@Component
class AddressBook {

    private final Contacts contacts;
    private final Suppliers suppliers;
    private final MailProperties mail;
    private final DeliveryProperties properties;

    AddressBook(Contacts contacts, Suppliers suppliers, MailProperties mail, DeliveryProperties properties) {
        this.contacts = contacts;
        this.suppliers = suppliers;
        this.mail = mail;
        this.properties = properties;
    }

    Address find(Delivery delivery, @Nullable VerificationSecret secret, @Nullable UUID supplierId) {
        return switch (delivery.route()) {
            case PREFERRED -> preferred(delivery);
            case CONTACT -> certain(delivery);
            case SMS -> verified(delivery, Channel.SMS, secret);
            case EMAIL -> verified(delivery, Channel.EMAIL, secret);
            case SUPPORT -> support(supplierId);
        };
    }

    private Address preferred(Delivery delivery) {
        List<Contact> confirmed = contacts.of(Objects.requireNonNull(delivery.userId()));
        if (confirmed.isEmpty()) {
            return new Address.NotYet();
        }
        List<Contact> known = confirmed.stream().filter(Contact::deliverable).toList();
        Optional<Contact> mailbox = known.stream()
                .filter(contact -> contact.type() == LoginType.EMAIL)
                .findFirst();
        if (mailbox.isPresent()) {
            return address(Channel.EMAIL, mailbox.get());
        }
        if (known.isEmpty()) {
            return new Address.Unfit("UNDELIVERABLE");
        }
        return delivery.kind().fitForSms() ? address(Channel.SMS, known.getFirst()) : new Address.Unfit("LETTER_ONLY");
    }

    private Address certain(Delivery delivery) {
        Optional<Contact> contact = contacts.of(Objects.requireNonNull(delivery.userId())).stream()
                .filter(known -> known.contactId().equals(delivery.contactId()))
                .findFirst();
        if (contact.isEmpty()) {
            return new Address.Unfit("CONTACT_GONE");
        }
        if (!contact.get().deliverable()) {
            return new Address.Unfit("UNDELIVERABLE");
        }
        Channel channel = switch (contact.get().type()) {
            case PHONE -> Channel.SMS;
            case EMAIL -> Channel.EMAIL;
        };
        return address(channel, contact.get());
    }

    private static Address address(Channel channel, Contact contact) {
        return new Address.Known(
                channel,
                contact.value(),
                contact.contactId(),
                Masks.contact(contact.value()),
                Language.of(contact.locale()));
    }

    private static Address verified(Delivery delivery, Channel channel, @Nullable VerificationSecret secret) {
        return new Address.Known(
                channel,
                Objects.requireNonNull(secret).target(),
                null,
                Objects.requireNonNull(delivery.targetMasked()),
                delivery.language());
    }

    private Address support(@Nullable UUID supplierId) {
        String target = Optional.ofNullable(supplierId)
                .flatMap(suppliers::find)
                .map(Supplier::supportEmail)
                .filter(email -> !email.isBlank())
                .orElse(mail.supportAddress());
        return new Address.Known(Channel.EMAIL, target, null, Masks.contact(target), properties.supportLanguage());
    }
}
