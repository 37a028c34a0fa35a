package io.abonent.identity.registration;

import io.abonent.identity.verification.Issue.Issued;
import io.abonent.identity.verification.MessageChannel;
import java.time.Instant;
import java.util.UUID;

/**
 * @param target masked
 * @param expiresAt of the code
 */
record RegistrationView(
        UUID registrationId, MessageChannel channel, String target, Instant expiresAt, Instant resendAvailableAt) {

    static RegistrationView of(Issued issued) {
        return new RegistrationView(
                issued.id().value(),
                issued.channel(),
                issued.target().masked(),
                issued.expiresAt(),
                issued.resendAvailableAt());
    }
}
