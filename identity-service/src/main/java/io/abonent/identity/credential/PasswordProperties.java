package io.abonent.identity.credential;

import io.abonent.identity.secret.SecretKey;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param profile which passwords may be chosen
 * @param pepper secret, 32 bytes in base64: without it a stolen table of hashes is worth nothing
 * @param memoryKib Argon2id memory per hash
 * @param iterations Argon2id passes
 * @param hashingThreads hashes computed at the same time; 0 = one per processor
 * @param hashingQueue hashes that may wait, one more is refused with 503; 0 = 16 per thread, which is less than a second
 * @param hashingWait how long one may wait before it is refused with 503
 */
@ConfigurationProperties("abonent.password")
record PasswordProperties(
        @DefaultValue("INSTRUCTION") PasswordProfile profile,
        @Nullable String pepper,
        @DefaultValue("19456") int memoryKib,
        @DefaultValue("2") int iterations,
        @DefaultValue("0") int hashingThreads,
        @DefaultValue("0") int hashingQueue,
        @DefaultValue("3s") Duration hashingWait) {

    private static final int LEAST_MEMORY_KIB = 19 * 1024;
    private static final int LEAST_ITERATIONS = 2;
    private static final int QUEUE_PER_THREAD = 16;

    PasswordProperties {
        SecretKey.ofProperty("abonent.password.pepper", pepper);
        if (memoryKib < LEAST_MEMORY_KIB || iterations < LEAST_ITERATIONS) {
            throw new IllegalArgumentException("abonent.password.memory-kib must be at least " + LEAST_MEMORY_KIB
                    + " and abonent.password.iterations at least " + LEAST_ITERATIONS);
        }
    }

    SecretKey pepperKey() {
        return SecretKey.ofProperty("abonent.password.pepper", pepper);
    }

    int threads() {
        return hashingThreads > 0 ? hashingThreads : Runtime.getRuntime().availableProcessors();
    }

    int queue() {
        return hashingQueue > 0 ? hashingQueue : QUEUE_PER_THREAD * threads();
    }

    @Override
    public String toString() {
        return "PasswordProperties[" + profile + "]";
    }
}
