package io.abonent.identity.credential;

import static io.abonent.identity.credential.PasswordHashing.Verdict.BUSY;
import static io.abonent.identity.credential.PasswordHashing.Verdict.MATCH;
import static io.abonent.identity.credential.PasswordHashing.Verdict.MISMATCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PasswordHashingTests {

    private final PasswordHashing hashing =
            new PasswordHashing(PasswordFixture.properties(PasswordProfile.INSTRUCTION));

    @AfterEach
    void stop() {
        hashing.destroy();
    }

    @Test
    @DisplayName("N6: Argon2id, 19 MiB, two passes, salted")
    void keepsAMemoryHardHash() {
        String hash = hashing.hash("Zima2027").orElseThrow();

        assertThat(hash).startsWith("{pepper1}$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("Zima2027");
        assertThat(hashing.hash("Zima2027")).isPresent().get().isNotEqualTo(hash);
    }

    @Test
    void tellsRightFromWrong() {
        String hash = hashing.hash("Zima2027").orElseThrow();

        assertThat(hashing.check("Zima2027", hash)).isEqualTo(MATCH);
        assertThat(hashing.check("zima2027", hash)).isEqualTo(MISMATCH);
    }

    @Test
    @DisplayName("F-69: a login that does not exist is hashed for all the same")
    void neverMatchesNobody() {
        assertThat(hashing.check("Zima2027", null)).isEqualTo(MISMATCH);
    }

    @Test
    @DisplayName("a stolen table is worth nothing without the pepper")
    void dependsOnThePepper() {
        String hash = hashing.hash("Zima2027").orElseThrow();
        PasswordHashing other =
                new PasswordHashing(PasswordFixture.withPepper("b3RoZXI6IG9ubHk6IHBlcHBlciBvZiAzMiBieXRlcyE="));

        assertThat(other.check("Zima2027", hash)).isEqualTo(MISMATCH);
        other.destroy();
    }

    @Test
    @DisplayName("F-87: it tells beforehand that it would refuse")
    void tellsThatItIsBusy() throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(hashing.isBusy()).isFalse();
            for (int client = 0; client < 40; client++) {
                clients.execute(() -> hashing.check("Zima2027", null));
            }
            long until = System.nanoTime() + 5_000_000_000L;
            boolean busy = false;
            while (!busy && System.nanoTime() < until) {
                busy = hashing.isBusy();
            }
            assertThat(busy).isTrue();
        }
    }

    @Test
    @DisplayName("F-87: one thread and one place in the queue: the third at the same time is refused, not kept waiting")
    void refusesWhatItCannotDoSoon() throws Exception {
        List<PasswordHashing.Verdict> verdicts = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<PasswordHashing.Verdict>> all = new ArrayList<>();
            for (int client = 0; client < 40; client++) {
                all.add(clients.submit(() -> hashing.check("Zima2027", null)));
            }
            for (Future<PasswordHashing.Verdict> one : all) {
                verdicts.add(one.get());
            }
        }

        assertThat(verdicts).contains(BUSY, MISMATCH);
        assertThat(hashing.isBusy()).isFalse();
        assertThat(hashing.check("Zima2027", null)).isEqualTo(MISMATCH);
    }
}
