package io.abonent.identity.limit;

import java.time.Duration;

/** Whether somebody may go on. */
public sealed interface Allowance {

    record Granted() implements Allowance {}

    record Refused(Duration retryAfter) implements Allowance {}

    static Allowance granted() {
        return new Granted();
    }
}
