package io.abonent.consent.signing;

import io.abonent.platform.event.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's standing towards one document, the same however often it is signed and withdrawn. */
@Entity
class Consent {
    @Id
    private UUID id;

    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "document_id")
    private UUID documentId;

    @Column(name = "document_version")
    private int documentVersion;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private ConsentStatus status;

    @Column(name = "evidence_id")
    private UUID evidenceId;

    @Column(name = "signed_at")
    private Instant signedAt;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @Version
    @Column(name = "version")
    private @Nullable Long version;

    protected Consent() {}

    private Consent(UUID id, UUID userId, UUID documentId) {
        this.id = id;
        this.userId = userId;
        this.documentId = documentId;
    }

    static Consent firstSigned(UUID id, UUID userId, UUID documentId, int number, UUID evidenceId, Instant now) {
        Consent consent = new Consent(id, userId, documentId);
        consent.sign(number, evidenceId, now);
        return consent;
    }

    static UUID newId() {
        return Ids.next();
    }

    void sign(int number, UUID evidence, Instant now) {
        documentVersion = number;
        evidenceId = evidence;
        signedAt = now;
        withdrawnAt = null;
        status = ConsentStatus.SIGNED;
    }

    /** There is no way back but {@link #sign}. */
    void withdraw(UUID evidence, Instant now) {
        if (status != ConsentStatus.SIGNED) {
            throw new IllegalStateException("consent " + id + " is " + status);
        }
        evidenceId = evidence;
        withdrawnAt = now;
        status = ConsentStatus.WITHDRAWN;
    }

    boolean signed(int number) {
        return status == ConsentStatus.SIGNED && documentVersion == number;
    }

    boolean signed() {
        return status == ConsentStatus.SIGNED;
    }

    UUID id() {
        return id;
    }

    UUID userId() {
        return userId;
    }

    UUID documentId() {
        return documentId;
    }

    int documentVersion() {
        return documentVersion;
    }

    UUID evidenceId() {
        return evidenceId;
    }

    Instant signedAt() {
        return signedAt;
    }

    @Nullable
    Instant withdrawnAt() {
        return withdrawnAt;
    }

    long version() {
        if (version == null) {
            throw new IllegalStateException("not flushed yet");
        }
        return version;
    }
}
