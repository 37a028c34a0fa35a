package io.abonent.identity.reset;

import io.abonent.identity.verification.Issue;
import java.time.Duration;

/** What came of a forgotten password. A login that is nobody's comes out as {@link Accepted} like any other. */
sealed interface RequestOutcome {

    record Accepted(Issue.Issued issued) implements RequestOutcome {}

    sealed interface Refused extends RequestOutcome {}

    record LoginNotUnderstood() implements Refused {}

    record TooMany(Duration retryAfter) implements Refused {}
}
