package io.abonent.consent.signing;

import io.abonent.contracts.consent.ConsentPurpose;
import io.abonent.contracts.consent.ConsentSigned;
import io.abonent.contracts.consent.ConsentWithdrawn;
import java.time.Instant;

/** Consents as other services hear of them. */
final class ConsentEvents {
    private ConsentEvents() {}

    static ConsentSigned signed(Consent consent, ConsentPurpose purpose) {
        return new ConsentSigned(
                consent.id(),
                consent.userId(),
                consent.documentId(),
                consent.documentVersion(),
                purpose,
                consent.evidenceId(),
                ConsentProof.METHOD,
                consent.signedAt(),
                consent.version());
    }

    static ConsentWithdrawn withdrawn(Consent consent, ConsentPurpose purpose) {
        Instant withdrawnAt = consent.withdrawnAt();
        if (withdrawnAt == null) {
            throw new IllegalStateException("consent " + consent.id() + " is not withdrawn");
        }
        return new ConsentWithdrawn(
                consent.id(),
                consent.userId(),
                consent.documentId(),
                consent.documentVersion(),
                purpose,
                consent.evidenceId(),
                withdrawnAt,
                consent.version());
    }
}
