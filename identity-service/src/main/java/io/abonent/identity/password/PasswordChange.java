package io.abonent.identity.password;

import io.abonent.identity.credential.PasswordRefused;
import java.time.Duration;

/** What came of asking for a new password. */
sealed interface PasswordChange {

    record Changed() implements PasswordChange {}

    sealed interface Refused extends PasswordChange {}

    record NotThere() implements Refused {}

    record NotAllowed(PasswordRefused reason) implements Refused {}

    record CurrentWrong() implements Refused {}

    /** The new one is the old one. */
    record Unchanged() implements Refused {}

    /** Too many wrong passwords, here or at the sign-in. */
    record Locked(Duration retryAfter) implements Refused {}

    record TooMany(Duration retryAfter) implements Refused {}

    record Busy() implements Refused {}
}
