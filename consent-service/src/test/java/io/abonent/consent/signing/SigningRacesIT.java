package io.abonent.consent.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.consent.ConsentTest;
import io.abonent.consent.document.DocumentFixture;
import io.abonent.consent.document.DocumentLibrary;
import io.abonent.consent.document.Edition;
import io.abonent.consent.evidence.Signer;
import io.abonent.contracts.consent.ConsentSigned;
import io.abonent.platform.event.Ids;
import io.abonent.platform.testkit.OutboxAssertions;
import io.abonent.platform.testkit.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ConsentTest
class SigningRacesIT {
    private static final int WRITERS = 6;
    private static final int ROUNDS = 15;

    @Autowired
    private SigningConsent signing;

    @Autowired
    private WithdrawingConsent withdrawing;

    @Autowired
    private DocumentFixture documents;

    @Autowired
    private DocumentLibrary library;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestEvents events;

    @Autowired
    private OutboxAssertions outbox;

    @Test
    void onePersonSigningManyTimesAtOnceLeavesOneEvidence() throws Exception {
        UUID documentId = documents.required("Правила\nТекст");
        String sha256 = current(documentId).sha256();
        for (int round = 0; round < ROUNDS; round++) {
            Signer signer = signer(Instant.now());
            shown(signer.userId(), documentId, 1);

            List<Signing> results = atOnce(IntStream.range(0, WRITERS)
                    .<Callable<Signing>>mapToObj(i -> () -> signing.sign(documentId, 1, sha256, signer))
                    .toList());

            assertThat(results).allSatisfy(result -> assertThat(result).isInstanceOf(Signing.Signed.class));
            assertThat(results.stream()
                            .map(result -> ((Signing.Signed) result).evidenceId())
                            .distinct())
                    .hasSize(1);
            assertThat(results.stream().filter(result -> !((Signing.Signed) result).before()))
                    .hasSize(1);
            assertThat(evidenceOf(signer.userId())).hasSize(1);
        }
    }

    @Test
    @DisplayName("F-79: a text that changes while people sign; every signature names the version that was in force")
    void signatureIsBoundToTheTextInForce() throws Exception {
        UUID documentId = documents.required("Правила\nРедакция 1");
        for (int round = 1; round <= ROUNDS; round++) {
            int number = round;
            Edition edition = current(documentId);
            List<Callable<Signing>> work = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                Signer signer = signer(Instant.now());
                shown(signer.userId(), documentId, number);
                work.add(() -> signing.sign(documentId, number, edition.sha256(), signer));
            }
            work.add(WRITERS / 2, () -> {
                documents.publish(documentId, "Правила\nРедакция " + (number + 1));
                return new Signing.NotPresented();
            });

            assertThat(atOnce(work))
                    .allSatisfy(result -> assertThat(result)
                            .isInstanceOfAny(Signing.Signed.class, Signing.Outdated.class, Signing.NotPresented.class));
        }

        assertThat(jdbc.sql("""
                        select count(*) from evidence e
                        join consent_document_version v on v.document_id = e.document_id and v.number = e.document_version
                        where e.document_id = ? and e.document_sha256 <> v.sha256""").param(documentId).query(Long.class).single()).isZero();
        assertThat(jdbc.sql("""
                        select count(*) from evidence e
                        join consent_document_version next
                          on next.document_id = e.document_id and next.number = e.document_version + 1
                        where e.document_id = ? and e.occurred_at > next.published_at""").param(documentId).query(Long.class).single())
                .as("signatures of a version after the next one was published")
                .isZero();
    }

    @Test
    void signingAndWithdrawingAtOnceEndInOneOrder() throws Exception {
        UUID documentId = documents.required("Правила\nТекст");
        String sha256 = current(documentId).sha256();
        for (int round = 0; round < ROUNDS; round++) {
            Signer signer = signer(Instant.now());
            shown(signer.userId(), documentId, 1);
            Signing.Signed first = (Signing.Signed) signing.sign(documentId, 1, sha256, signer);
            shown(signer.userId(), documentId, 1);

            List<Object> results = atOnce(List.of(
                    () -> signing.sign(documentId, 1, sha256, signer),
                    () -> withdrawing.withdraw(first.consentId(), signer).orElseThrow(),
                    () -> withdrawing.withdraw(first.consentId(), signer).orElseThrow()));

            assertThat(results.get(1)).isEqualTo(results.get(2));
            assertThat(evidenceOf(signer.userId()).stream().filter("WITHDRAWAL"::equals))
                    .hasSize(1);
        }
        outbox.awaitEmpty();
    }

    @Test
    void oldPasswordDoesNotSign() {
        UUID documentId = documents.required("Правила\nТекст");
        Edition edition = current(documentId);
        Signer old = signer(Instant.now().minus(Duration.ofHours(25)));
        shown(old.userId(), documentId, 1);

        assertThat(signing.sign(documentId, 1, edition.sha256(), old)).isEqualTo(new Signing.PasswordTooOld());
        assertThat(evidenceOf(old.userId())).isEmpty();

        Signer unknown = new Signer(old.userId(), null, null, "machine", "127.0.0.1", null, "ru", null);
        assertThat(signing.sign(documentId, 1, edition.sha256(), unknown)).isEqualTo(new Signing.PasswordTooOld());
    }

    @Test
    void refusedSignatureTellsNobody() {
        UUID documentId = documents.required("Правила\nТекст");
        Signer signer = signer(Instant.now());

        assertThat(signing.sign(documentId, 1, current(documentId).sha256(), signer))
                .isEqualTo(new Signing.NotPresented());

        outbox.awaitEmpty();
        assertThat(events.published(ConsentSigned.class))
                .noneMatch(published -> published.event().userId().equals(signer.userId()));
    }

    private Edition current(UUID documentId) {
        return library.find(documentId).orElseThrow().current();
    }

    private List<String> evidenceOf(UUID userId) {
        return jdbc.sql("select kind from evidence where user_id = ? order by sequence")
                .param(userId)
                .query(String.class)
                .list();
    }

    private void shown(UUID userId, UUID documentId, int number) {
        jdbc.sql("""
                        insert into presentation (user_id, document_id, number, presented_at) values (?, ?, ?, now())
                        on conflict (user_id, document_id, number) do update set presented_at = excluded.presented_at""").params(userId, documentId, number).update();
    }

    private static Signer signer(Instant authenticatedAt) {
        return new Signer(
                Ids.next(), authenticatedAt, "session", "local-demo", "127.0.0.1", "test", "ru", "+7 *** ***-11-11");
    }

    private static <T> List<T> atOnce(List<? extends Callable<? extends T>> work) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(work.size());
        try (ExecutorService executor = Executors.newFixedThreadPool(work.size())) {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<? extends T> each : work) {
                futures.add(executor.submit(() -> {
                    barrier.await();
                    return each.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
