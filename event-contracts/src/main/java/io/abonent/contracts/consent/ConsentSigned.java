package io.abonent.contracts.consent;

import io.abonent.contracts.Event;
import java.time.Instant;
import java.util.UUID;

/** A person signed one version of one document. A consent is a person's standing towards one document. */
public record ConsentSigned(
        UUID consentId,
        UUID userId,
        UUID documentId,
        int documentVersion,
        ConsentPurpose purpose,
        UUID evidenceId,
        Method method,
        Instant signedAt,
        long version)
        implements Event {

    /** How the signer was recognised, 63-FZ art. 9. */
    public enum Method {
        PASSWORD,
        OTP_SMS,
        OTP_EMAIL
    }

    @Override
    public UUID aggregateId() {
        return consentId;
    }
}
