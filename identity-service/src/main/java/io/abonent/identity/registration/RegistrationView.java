package io.abonent.identity.registration;

import io.abonent.identity.login.LoginType;
import io.abonent.identity.verification.Issue.Issued;
import java.time.Instant;
import java.util.UUID;

/**
 * @param target masked
 * @param expiresAt of the code
 */
record RegistrationView(
        UUID registrationId, Channel channel, String target, Instant expiresAt, Instant resendAvailableAt) {

    enum Channel {
        SMS,
        EMAIL
    }

    static RegistrationView of(Issued issued) {
        return new RegistrationView(
                issued.id().value(),
                issued.target().type() == LoginType.PHONE ? Channel.SMS : Channel.EMAIL,
                issued.target().masked(),
                issued.expiresAt(),
                issued.resendAvailableAt());
    }
}
