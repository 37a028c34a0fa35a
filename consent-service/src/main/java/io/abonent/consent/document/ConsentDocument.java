package io.abonent.consent.document;

import io.abonent.contracts.consent.ConsentPurpose;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One document per purpose, never a bundle; what people sign is one of its versions. */
@Entity
@Table(name = "consent_document")
class ConsentDocument {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(name = "purpose")
    private ConsentPurpose purpose;

    @Column(name = "required")
    private boolean required;

    @Column(name = "latest_number")
    private int latestNumber;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    @Column(name = "version")
    private @Nullable Long version;

    protected ConsentDocument() {}

    ConsentDocument(UUID id, ConsentPurpose purpose, boolean required, Instant now) {
        this.id = id;
        this.purpose = purpose;
        this.required = required;
        this.createdAt = now;
    }

    /** The next version; from {@code requiredFrom} on, signatures of earlier ones no longer open the cabinet. */
    DocumentVersion publish(
            DocumentText text,
            @Nullable DocumentText translation,
            Instant now,
            Instant requiredFrom,
            String publishedBy) {
        if (requiredFrom.isBefore(now)) {
            throw new IllegalArgumentException("required from " + requiredFrom + ", published " + now);
        }
        latestNumber++;
        return new DocumentVersion(id, latestNumber, text, translation, now, requiredFrom, publishedBy);
    }

    UUID id() {
        return id;
    }

    ConsentPurpose purpose() {
        return purpose;
    }

    boolean required() {
        return required;
    }

    int latestNumber() {
        return latestNumber;
    }

    long version() {
        if (version == null) {
            throw new IllegalStateException("not flushed yet");
        }
        return version;
    }
}
