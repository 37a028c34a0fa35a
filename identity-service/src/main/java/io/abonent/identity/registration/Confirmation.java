package io.abonent.identity.registration;

import io.abonent.identity.verification.Guess;
import java.time.Duration;
import java.util.UUID;

/** What came of an attempt to confirm. */
sealed interface Confirmation {

    record Confirmed(UUID userId) implements Confirmation {}

    record Refused(Guess.Refused reason) implements Confirmation {}

    record TooMany(Duration retryAfter) implements Confirmation {}
}
