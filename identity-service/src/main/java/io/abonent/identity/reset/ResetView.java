package io.abonent.identity.reset;

import io.abonent.identity.verification.Issue.Issued;
import io.abonent.identity.verification.MessageChannel;
import java.time.Instant;
import java.util.UUID;

/**
 * The same whether or not the login is somebody's.
 *
 * @param target masked
 * @param expiresAt of the code
 */
record ResetView(UUID resetId, MessageChannel channel, String target, Instant expiresAt, Instant resendAvailableAt) {

    static ResetView of(Issued issued) {
        return new ResetView(
                issued.id().value(),
                issued.channel(),
                issued.target().masked(),
                issued.expiresAt(),
                issued.resendAvailableAt());
    }
}
