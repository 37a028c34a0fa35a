package io.abonent.consent.document;

import io.abonent.platform.outbox.EventPublisher;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes the first versions at the first start. Not a migration: the operator's name comes from configuration and the
 * event has to go out with the row. Runs before the service reports that it is ready.
 */
@Component
class SeedingDocuments implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(SeedingDocuments.class);
    private static final long LOCK = 0x41626f6e656e74L;

    private final ConsentDocuments documents;
    private final DocumentVersions versions;
    private final SignatureAgreements agreements;
    private final DocumentTemplate template;
    private final OperatorProperties operator;
    private final EventPublisher events;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    SeedingDocuments(
            ConsentDocuments documents,
            DocumentVersions versions,
            SignatureAgreements agreements,
            DocumentTemplate template,
            OperatorProperties operator,
            EventPublisher events,
            Clock clock,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.documents = documents;
        this.versions = versions;
        this.agreements = agreements;
        this.template = template;
        this.operator = operator;
        this.events = events;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (operator.demonstration()) {
            LOG.warn("documents name the demonstration operator: set abonent.operator.* before the first start");
        }
        transaction.executeWithoutResult(status -> {
            // Replicas that start together take turns; the later ones find the work done.
            jdbc.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query((row, index) -> index)
                    .list();
            agreements.publishOnce(template.resolveResource(SignatureAgreements.RESOURCE), now());
            for (SeedDocument seed : SeedDocument.values()) {
                if (!documents.existsById(seed.id())) {
                    publish(seed);
                }
            }
        });
    }

    private void publish(SeedDocument seed) {
        Instant now = now();
        ConsentDocument document = new ConsentDocument(seed.id(), seed.purpose(), seed.required(), now);
        DocumentVersion first = document.publish(
                template.resolveResource(seed.russian()), template.resolveResource(seed.english()), now, now, "system");
        ConsentDocument saved = documents.save(document);
        versions.save(first);
        events.publish(saved, published -> DocumentEvents.published(published, first));
        LOG.info("published {} version {}, sha256 {}", seed, first.number(), first.sha256());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
