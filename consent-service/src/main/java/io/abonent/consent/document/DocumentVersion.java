package io.abonent.consent.document;

import io.abonent.platform.event.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** A published text. Nothing changes it: the database refuses as well. */
@Entity
@Immutable
@Table(name = "consent_document_version")
class DocumentVersion implements Persistable<UUID> {
    @Id
    private UUID id;

    @Column(name = "document_id")
    private UUID documentId;

    @Column(name = "number")
    private int number;

    @Column(name = "title")
    private String title;

    @Column(name = "text")
    private String text;

    @Column(name = "sha256")
    private String sha256;

    @Column(name = "translated_title")
    private @Nullable String translatedTitle;

    @Column(name = "translated_text")
    private @Nullable String translatedText;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "required_from")
    private Instant requiredFrom;

    @Column(name = "published_by")
    private String publishedBy;

    protected DocumentVersion() {}

    DocumentVersion(
            UUID documentId,
            int number,
            DocumentText text,
            @Nullable DocumentText translation,
            Instant publishedAt,
            Instant requiredFrom,
            String publishedBy) {
        this.id = Ids.next();
        this.documentId = documentId;
        this.number = number;
        this.title = text.title();
        this.text = text.text();
        this.sha256 = text.sha256();
        this.translatedTitle = translation == null ? null : translation.title();
        this.translatedText = translation == null ? null : translation.text();
        this.publishedAt = publishedAt;
        this.requiredFrom = requiredFrom;
        this.publishedBy = publishedBy;
    }

    @Override
    public UUID getId() {
        return id;
    }

    /** Saved once, never merged. */
    @Override
    public boolean isNew() {
        return true;
    }

    UUID documentId() {
        return documentId;
    }

    int number() {
        return number;
    }

    String title() {
        return title;
    }

    String text() {
        return text;
    }

    String sha256() {
        return sha256;
    }

    @Nullable
    DocumentText translation() {
        return translatedTitle == null || translatedText == null
                ? null
                : new DocumentText(translatedTitle, translatedText);
    }

    Instant publishedAt() {
        return publishedAt;
    }

    Instant requiredFrom() {
        return requiredFrom;
    }

    /** Whether the text is still the one whose checksum people signed. */
    boolean intact() {
        return Sha256.hex(text).equals(sha256);
    }
}
