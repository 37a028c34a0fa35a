package io.abonent.consent.signing;

import io.abonent.consent.document.Edition;
import io.abonent.consent.document.PublishedDocument;
import io.abonent.contracts.consent.ConsentPurpose;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a person stands towards a document. The cabinet is open if and only if no item with purpose {@code PERSONAL_DATA}
 * is other than {@code SIGNED}.
 *
 * @param version what the status speaks of: the version signed, else the one to sign
 * @param update a newer version that may be signed already; from {@code requiredFrom} on the older one no longer counts
 */
record ConsentItem(
        UUID documentId,
        int version,
        ConsentPurpose purpose,
        String title,
        boolean required,
        Status status,
        @Nullable UUID consentId,
        @Nullable UUID evidenceId,
        @Nullable Instant signedAt,
        @Nullable Instant withdrawnAt,
        @Nullable Update update) {

    enum Status {
        REQUIRED,
        SIGNED,
        WITHDRAWN
    }

    record Update(int version, String title, Instant requiredFrom) {}

    /** A document may be signed, nobody has to, and this person never did. */
    record Offer(UUID documentId, int version, ConsentPurpose purpose, String title) {
        static Offer of(PublishedDocument document) {
            Edition current = document.current();
            return new Offer(document.id(), current.number(), document.purpose(), current.title());
        }
    }

    static ConsentItem of(PublishedDocument document, @Nullable Consent consent, Instant now) {
        Edition current = document.current();
        if (consent == null) {
            return item(document, current, Status.REQUIRED, null, null);
        }
        if (!consent.signed()) {
            return item(document, current, Status.WITHDRAWN, consent, null);
        }
        if (!document.accepts(consent.documentVersion(), now)) {
            return item(document, current, Status.REQUIRED, consent, null);
        }
        Edition signed = document.edition(consent.documentVersion()).orElseThrow();
        Update update = signed.number() == current.number()
                ? null
                : new Update(current.number(), current.title(), current.requiredFrom());
        return item(document, signed, Status.SIGNED, consent, update);
    }

    private static ConsentItem item(
            PublishedDocument document,
            Edition edition,
            Status status,
            @Nullable Consent consent,
            @Nullable Update update) {
        return new ConsentItem(
                document.id(),
                edition.number(),
                document.purpose(),
                edition.title(),
                document.required(),
                status,
                consent == null ? null : consent.id(),
                consent == null ? null : consent.evidenceId(),
                consent == null ? null : consent.signedAt(),
                consent == null ? null : consent.withdrawnAt(),
                update);
    }
}
