package io.abonent.identity.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What came of a login and a password. */
sealed interface SignInOutcome {

    /** @param passwordGeneration of the password that was entered */
    record SignedIn(UUID userId, Instant at, int passwordGeneration) implements SignInOutcome {}

    sealed interface Refused extends SignInOutcome {}

    /** Whether the login or the password was wrong stays unsaid. */
    record BadCredentials() implements Refused {}

    /** Too many wrong passwords for this login, whether it exists or not. */
    record Locked(Duration retryAfter) implements Refused {}

    /** By an operator; said only to who knows the password. */
    record Blocked() implements Refused {}

    record TooMany(Duration retryAfter) implements Refused {}

    record Busy() implements Refused {}
}
