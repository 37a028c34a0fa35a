package io.abonent.identity.reset;

import io.abonent.identity.credential.PasswordRefused;
import io.abonent.identity.verification.Guess;
import java.time.Duration;

/** What came of a proof and a new password. */
sealed interface Completion {

    record Completed() implements Completion {}

    sealed interface Refused extends Completion {}

    record NotProven(Guess.Refused reason) implements Refused {}

    /** Said before the proof is looked at: a typing mistake costs no try. */
    record NotAllowed(PasswordRefused reason) implements Refused {}

    record TooMany(Duration retryAfter) implements Refused {}

    record Busy() implements Refused {}
}
