package io.abonent.notification.mail;

import java.util.UUID;

/** @param deliveryId makes the Message-ID, which stays the same over all attempts (F-46) */
public record OutgoingLetter(UUID deliveryId, String to, String subject, String text, String html) {

    @Override
    public String toString() {
        return "OutgoingLetter[" + deliveryId + "]";
    }
}
