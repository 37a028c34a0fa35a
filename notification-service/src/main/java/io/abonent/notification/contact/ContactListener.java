package io.abonent.notification.contact;

import java.util.UUID;

/** Wants to know when somebody has become reachable; asked after the contact is stored, perhaps more than once. */
public interface ContactListener {

    void reachable(UUID userId);
}
