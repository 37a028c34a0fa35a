package io.abonent.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class Argon2Tests {

    private static final int MEMORY = 1_024;

    private final Argon2 argon2 = new Argon2(MEMORY, 2);
    private final Argon2PasswordEncoder springs = new Argon2PasswordEncoder(16, 32, 1, MEMORY, 2);

    @Test
    @DisplayName("what was hashed by Spring Security's encoder is known, and the other way round")
    void speaksTheCommonForm() {
        assertThat(argon2.matches("Zima2027", springs.encode("Zima2027"))).isTrue();
        assertThat(argon2.matches("zima2027", springs.encode("Zima2027"))).isFalse();
        assertThat(springs.matches("Zima2027", argon2.hash("Zima2027"))).isTrue();
        assertThat(springs.matches("zima2027", argon2.hash("Zima2027"))).isFalse();
    }

    @Test
    @DisplayName("a vector of the reference implementation")
    void agreesWithTheReference() {
        // echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32 -e
        assertThat(argon2.matches(
                        "password",
                        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"))
                .isTrue();
    }

    @Test
    @DisplayName("memory that is used again leaves no trace in the next hash, also where parameters differ")
    void memoryIsUsedAgain() throws Exception {
        List<String> hashes = List.of(
                argon2.hash("first"),
                new Argon2PasswordEncoder(16, 32, 1, 2 * MEMORY, 3).encode("first"),
                new Argon2PasswordEncoder(16, 64, 2, 64, 1).encode("first"));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> matches = new ArrayList<>();
            for (int round = 0; round < 20; round++) {
                for (String hash : hashes) {
                    matches.add(threads.submit(() -> argon2.matches("first", hash) && !argon2.matches("second", hash)));
                }
            }
            for (Future<Boolean> match : matches) {
                assertThat(match.get()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$argon2i$v=19$m=1024,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$m=1024,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=1024,t=2,p=1$c29tZXNhbHQ$"
            })
    void takesNothingElseForAHash(String other) {
        assertThatThrownBy(() -> argon2.matches("first", other)).isInstanceOf(IllegalArgumentException.class);
    }
}
