package io.abonent.gateway.profile;

import io.abonent.gateway.service.IdentityService.Channel;
import io.abonent.gateway.service.ProfileService.Reset;
import java.time.Instant;
import java.util.UUID;

/**
 * Whose password is being replaced, until it is.
 *
 * @param target masked
 */
record PendingReset(
        UUID resetId, String login, Channel channel, String target, Instant expiresAt, Instant resendAvailableAt) {

    static final String ATTRIBUTE = "reset";

    static PendingReset of(String login, Reset reset) {
        return new PendingReset(
                reset.resetId(), login, reset.channel(), reset.target(), reset.expiresAt(), reset.resendAvailableAt());
    }

    @Override
    public String toString() {
        return "PendingReset[" + resetId + "]";
    }
}
