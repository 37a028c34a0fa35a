package io.abonent.platform.inbox;

import java.util.UUID;

/** Makes the effect of an event happen once, although the event may arrive any number of times. */
public interface Inbox {

    /**
     * Runs the work in one transaction with the note that it was done.
     *
     * @param consumer which effect; the same event may have several
     * @return false if it was done before
     */
    boolean runOnce(String consumer, UUID eventId, Runnable work);
}
