package io.abonent.consent.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.contracts.consent.ConsentDocumentPublished;
import io.abonent.platform.testkit.OutboxAssertions;
import io.abonent.platform.testkit.ServiceTest;
import io.abonent.platform.testkit.TestEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of its own, since it is emptied; closed at once, since its consumers share a group with those of other tests. */
@DirtiesContext
@ServiceTest(properties = "abonent.documents.grace=1d")
class SeedingDocumentsIT {
    private static final int REPLICAS = 4;

    @Autowired
    private SeedingDocuments seeding;

    @Autowired
    private DocumentLibrary library;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestEvents events;

    @Autowired
    private OutboxAssertions outbox;

    @Test
    void replicasStartingTogetherPublishOnce() throws Exception {
        outbox.awaitEmpty();
        int before = events.published(ConsentDocumentPublished.class).size();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("truncate consent_document, signature_agreement cascade").update();
        });

        startTogether();
        startTogether();

        assertThat(library.all()).hasSize(SeedDocument.values().length).allSatisfy(document -> {
            assertThat(document.editions()).hasSize(1);
            assertThat(document.current().requiredFrom())
                    .isEqualTo(document.current().publishedAt());
        });
        assertThat(library.all().getFirst().required()).isTrue();
        outbox.awaitEmpty();
        for (SeedDocument seed : SeedDocument.values()) {
            String sha256 = library.find(seed.id()).orElseThrow().current().sha256();
            events.awaitPublished(
                    ConsentDocumentPublished.class,
                    event -> event.documentId().equals(seed.id())
                            && event.sha256().equals(sha256));
        }
        assertThat(events.published(ConsentDocumentPublished.class)).hasSize(before + SeedDocument.values().length);
    }

    private void startTogether() throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(REPLICAS);
        try (ExecutorService replicas = Executors.newFixedThreadPool(REPLICAS)) {
            List<Future<?>> starts = new ArrayList<>();
            for (int i = 0; i < REPLICAS; i++) {
                starts.add(replicas.submit(() -> {
                    barrier.await();
                    seeding.run(new DefaultApplicationArguments());
                    return null;
                }));
            }
            for (Future<?> start : starts) {
                start.get();
            }
        }
    }
}
