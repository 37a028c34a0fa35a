package io.abonent.notification.delivery;

enum DeliveryState {
    /** Nobody knows yet where this person is reached. */
    ACCEPTED,
    /** Not wanted: no consent, no fitting channel, or pointless by now. */
    SUPPRESSED,
    SCHEDULED,
    /** An attempt is running, or was when the process died: the message may be out. */
    SENDING,
    SENT,
    DELIVERED,
    /** The partner will never deliver it. */
    FAILED,
    /** Given up: too old. */
    DEAD;

    boolean open() {
        return this == ACCEPTED || this == SCHEDULED || this == SENDING;
    }
}
