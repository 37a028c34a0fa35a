package io.abonent.identity.registration;

import io.abonent.identity.credential.PasswordRefused;
import io.abonent.identity.verification.Issue;
import java.time.Duration;

/** What came of a form. A login that lives comes out as {@link Accepted} like any other. */
sealed interface RegistrationOutcome {

    record Accepted(Issue.Issued issued) implements RegistrationOutcome {}

    sealed interface Refused extends RegistrationOutcome {}

    record LoginNotUnderstood() implements Refused {}

    record PasswordNotAllowed(PasswordRefused reason) implements Refused {}

    record TooMany(Duration retryAfter) implements Refused {}

    record Busy() implements Refused {}
}
