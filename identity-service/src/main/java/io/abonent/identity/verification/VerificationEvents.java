package io.abonent.identity.verification;

import io.abonent.contracts.identity.LoginType;
import io.abonent.contracts.identity.VerificationRequested;
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
                purpose(verification),
                LoginType.valueOf(verification.target().type().name()),
                verification.target().masked(),
                sealing.seal(verification.purpose(), verification.target().value(), secrets),
                verification.locale(),
                verification.issue(),
                verification.issuedAt(),
                verification.codeExpiresAt(),
                verification.version());
    }

    private static VerificationRequested.Purpose purpose(Verification verification) {
        return switch (verification.purpose()) {
            case REGISTRATION ->
                verification.decoy()
                        ? VerificationRequested.Purpose.ALREADY_REGISTERED
                        : VerificationRequested.Purpose.REGISTER;
            case PASSWORD_RESET -> VerificationRequested.Purpose.RESET;
        };
    }
}
