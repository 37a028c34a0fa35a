package io.abonent.contracts.identity;

import io.abonent.contracts.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * A code or link has to reach a contact. Restricted topic, kept for an hour.
 *
 * @param sealed compact JWE for notification-service ({@code ECDH-ES+A256KW}, {@code A256GCM}); its content is a JSON
 *     object {@code {target, code?, link?}}: the contact in clear, the six digits and the whole confirmation address.
 *     {@link Purpose#ALREADY_REGISTERED} carries neither code nor link
 * @param issue 1 for the first message of a verification, growing with each resend
 */
public record VerificationRequested(
        UUID verificationId,
        Purpose purpose,
        LoginType channel,
        String targetMasked,
        String sealed,
        String locale,
        int issue,
        Instant requestedAt,
        Instant expiresAt,
        long version)
        implements Event {

    public enum Purpose {
        REGISTER,
        /** Somebody registers a login that lives: its owner is told, the caller learns nothing. */
        ALREADY_REGISTERED,
        /** The password was forgotten; whoever holds the contact chooses a new one. */
        RESET
    }

    @Override
    public UUID aggregateId() {
        return verificationId;
    }
}
