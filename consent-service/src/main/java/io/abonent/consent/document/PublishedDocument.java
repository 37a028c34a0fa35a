package io.abonent.consent.document;

import io.abonent.contracts.consent.ConsentPurpose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A document with the versions published so far.
 *
 * @param editions in the order of their numbers, at least one
 */
public record PublishedDocument(UUID id, ConsentPurpose purpose, boolean required, List<Edition> editions) {
    public PublishedDocument {
        if (editions.isEmpty()) {
            throw new IllegalArgumentException("document " + id + " has no version");
        }
        editions = List.copyOf(editions);
    }

    /** The only version that can be signed. */
    public Edition current() {
        return editions.getLast();
    }

    public Optional<Edition> edition(int number) {
        return editions.stream().filter(edition -> edition.number() == number).findFirst();
    }

    /**
     * Whether a signature of this version still counts: until a newer one becomes required. A document that nobody has to
     * sign is never overtaken: what was agreed to stays agreed until withdrawn.
     */
    public boolean accepts(int signedNumber, Instant now) {
        return !required
                || editions.stream()
                        .filter(edition -> edition.number() > signedNumber)
                        .allMatch(edition -> now.isBefore(edition.requiredFrom()));
    }
}
