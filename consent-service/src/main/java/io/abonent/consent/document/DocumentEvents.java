package io.abonent.consent.document;

import io.abonent.contracts.consent.ConsentDocumentPublished;

/** Documents as other services hear of them. */
final class DocumentEvents {
    private DocumentEvents() {}

    static ConsentDocumentPublished published(ConsentDocument document, DocumentVersion version) {
        return new ConsentDocumentPublished(
                document.id(),
                version.number(),
                document.purpose(),
                document.required(),
                version.sha256(),
                version.publishedAt(),
                version.requiredFrom(),
                document.version());
    }
}
