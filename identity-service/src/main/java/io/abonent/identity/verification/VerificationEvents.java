package io.abonent.identity.verification;

import io.abonent.contracts.identity.LoginType;
import io.abonent.contracts.identity.VerificationRequested;
import io.abonent.contracts.identity.VerificationRequested.Purpose;
import org.springframework.stereotype.Component;

/** Verifications as notification-service sees them. */
@Component
class VerificationEvents {

    private final Sealing sealing;

    VerificationEvents(Sealing sealing) {
        this.sealing = sealing;
    }

    VerificationRequested requested(Verification verification, Secrets secrets) {
        return new VerificationRequested(
                verification.id().value(),
                verification.decoy() ? Purpose.ALREADY_REGISTERED : Purpose.REGISTER,
                LoginType.valueOf(verification.target().type().name()),
                verification.target().masked(),
                sealing.seal(verification.target().value(), secrets),
                verification.locale(),
                verification.issue(),
                verification.issuedAt(),
                verification.codeExpiresAt(),
                verification.version());
    }
}
