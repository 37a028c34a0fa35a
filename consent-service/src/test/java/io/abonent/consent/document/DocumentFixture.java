package io.abonent.consent.document;

import io.abonent.contracts.consent.ConsentPurpose;
import io.abonent.platform.event.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Documents of a test's own, so that tests do not change the ones which all others sign. */
@TestComponent
public class DocumentFixture {
    private final ConsentDocuments documents;
    private final DocumentVersions versions;
    private final PublishingDocuments publishing;
    private final TransactionTemplate transaction;

    DocumentFixture(
            ConsentDocuments documents,
            DocumentVersions versions,
            PublishingDocuments publishing,
            TransactionTemplate transaction) {
        this.documents = documents;
        this.versions = versions;
        this.publishing = publishing;
        this.transaction = transaction;
    }

    /** Not of purpose PERSONAL_DATA: the cabinets of other tests stay as they are. */
    public UUID required(String text) {
        UUID id = Ids.next();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        transaction.executeWithoutResult(status -> {
            ConsentDocument document = new ConsentDocument(id, ConsentPurpose.ADVERTISING, true, now);
            DocumentVersion first = document.publish(DocumentText.of(text), null, now, now, "test");
            documents.save(document);
            versions.save(first);
        });
        return id;
    }

    public void publish(UUID documentId, String text) {
        Publication publication = publishing.publish(documentId, text, null, null, "test");
        if (!(publication instanceof Publication.Published)) {
            throw new AssertionError(publication);
        }
    }
}
