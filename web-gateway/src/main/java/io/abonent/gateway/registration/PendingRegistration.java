package io.abonent.gateway.registration;

import io.abonent.gateway.service.IdentityService.Channel;
import io.abonent.gateway.service.IdentityService.Registration;
import java.time.Instant;
import java.util.UUID;

/**
 * What was entered on the first page, until it is confirmed.
 *
 * @param login as typed, for the sign-in that follows
 * @param target masked
 */
public record PendingRegistration(
        UUID registrationId,
        String login,
        Channel channel,
        String target,
        Instant expiresAt,
        Instant resendAvailableAt) {

    static final String ATTRIBUTE = "registration";

    static PendingRegistration of(String login, Registration registration) {
        return new PendingRegistration(
                registration.registrationId(),
                login,
                registration.channel(),
                registration.target(),
                registration.expiresAt(),
                registration.resendAvailableAt());
    }

    @Override
    public String toString() {
        return "PendingRegistration[" + registrationId + "]";
    }
}
