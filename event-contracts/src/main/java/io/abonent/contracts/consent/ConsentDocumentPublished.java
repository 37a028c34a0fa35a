package io.abonent.contracts.consent;

import io.abonent.contracts.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * A version of a document may be signed from now on.
 *
 * @param documentVersion counts from 1
 * @param required whether the cabinet is closed to those who have not signed
 * @param requiredFrom after this moment an earlier version no longer opens the cabinet; the end of the grace period
 * @param sha256 lower-case hex of the UTF-8 text
 */
public record ConsentDocumentPublished(
        UUID documentId,
        int documentVersion,
        ConsentPurpose purpose,
        boolean required,
        String sha256,
        Instant publishedAt,
        Instant requiredFrom,
        long version)
        implements Event {

    @Override
    public UUID aggregateId() {
        return documentId;
    }
}
