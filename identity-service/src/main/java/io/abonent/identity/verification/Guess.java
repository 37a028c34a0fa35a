package io.abonent.identity.verification;

/** What came of a code typed or a link opened. */
public sealed interface Guess {

    /** @param issue of which message the secret was */
    record Right(VerificationId id, int issue) implements Guess {}

    /** A refusal: nothing was confirmed. */
    sealed interface Refused extends Guess {}

    record Wrong(int triesLeft) implements Refused {}

    record Exhausted() implements Refused {}

    record Expired() implements Refused {}

    /** A newer message exists. */
    record Superseded() implements Refused {}

    record AlreadyConfirmed() implements Refused {}

    record Unknown() implements Refused {}
}
