package io.abonent.identity.contact;

import io.abonent.contracts.identity.ContactConfirmed;

/** Contacts as notification-service sees them; the one event with an address in clear. */
final class ContactEvents {

    private ContactEvents() {}

    static ContactConfirmed confirmed(Contact contact, String locale) {
        return new ContactConfirmed(
                contact.id(),
                contact.userId(),
                io.abonent.contracts.identity.LoginType.valueOf(
                        contact.login().type().name()),
                contact.login().value(),
                locale,
                contact.confirmedAt(),
                contact.version());
    }
}
