package io.abonent.billing.work;

import java.time.Instant;

/** How a piece of work ended; an exception means "try again, with growing pauses". */
public sealed interface Next {

    record Done() implements Next {}

    /** The partner has not decided yet: look again. */
    record Again(Instant at) implements Next {}

    static Next done() {
        return new Done();
    }

    static Next again(Instant at) {
        return new Again(at);
    }
}
