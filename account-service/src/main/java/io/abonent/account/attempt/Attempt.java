package io.abonent.account.attempt;

import java.time.Duration;

/** Whether one more attempt is allowed. */
public sealed interface Attempt {

    /** @param left after this one */
    record Allowed(int left) implements Attempt {}

    record Exhausted(Duration retryAfter) implements Attempt {}
}
