package io.abonent.consent.document;

import io.abonent.platform.outbox.EventPublisher;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class PublishingDocuments {
    private final ConsentDocuments documents;
    private final DocumentVersions versions;
    private final DocumentTemplate template;
    private final DocumentsProperties properties;
    private final EventPublisher events;
    private final Clock clock;

    PublishingDocuments(
            ConsentDocuments documents,
            DocumentVersions versions,
            DocumentTemplate template,
            DocumentsProperties properties,
            EventPublisher events,
            Clock clock) {
        this.documents = documents;
        this.versions = versions;
        this.template = template;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param text may hold the operator's placeholders; they are filled now and for good
     * @param requiredFrom end of the grace period; absent: the configured grace from now
     */
    @Transactional
    Publication publish(
            UUID documentId, String text, @Nullable String translation, @Nullable Instant requiredFrom, String actor) {
        ConsentDocument document = documents.lockById(documentId).orElse(null);
        if (document == null) {
            return new Publication.UnknownDocument();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant from = requiredFrom == null ? now.plus(properties.grace()) : requiredFrom;
        if (from.isBefore(now)) {
            return new Publication.RequiredInPast(from);
        }
        DocumentText resolved;
        DocumentText translated;
        try {
            resolved = template.resolve(text);
            translated = translation == null ? null : template.resolve(translation);
        } catch (UnfinishedText unfinished) {
            return new Publication.UnfinishedText(unfinished.reason());
        }
        DocumentVersion latest =
                versions.findFirstByDocumentIdOrderByNumberDesc(documentId).orElseThrow();
        if (latest.sha256().equals(resolved.sha256())) {
            return new Publication.TextUnchanged(latest.number());
        }
        DocumentVersion version = versions.save(document.publish(resolved, translated, now, from, actor));
        events.publish(document, published -> DocumentEvents.published(published, version));
        return new Publication.Published(version);
    }
}
