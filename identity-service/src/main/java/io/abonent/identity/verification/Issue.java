package io.abonent.identity.verification;

import io.abonent.identity.login.Login;
import java.time.Duration;
import java.time.Instant;

/** What came of asking for a message. */
public sealed interface Issue {

    /** On its way; to whom, and whether a code is in it, shows in nothing here. */
    record Issued(VerificationId id, Login target, Instant expiresAt, Instant resendAvailableAt) implements Issue {

        public MessageChannel channel() {
            return MessageChannel.to(target.type());
        }
    }

    sealed interface Refused extends Issue {}

    /** The target got its share for this hour or day, or the last message is too young. */
    record TooSoon(Duration retryAfter) implements Refused {}

    record AlreadyConfirmed() implements Refused {}

    record Superseded() implements Refused {}

    record Unknown() implements Refused {}
}
