package io.abonent.identity.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106), written as the reference implementation and Spring Security's encoder write it: {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. That encoder takes new memory for each hash, 19 MB which every collection that
 * comes in between copies while everybody waits; here memory is wiped and used again, as much as was needed at the same time.
 */
final class Argon2 {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final Pattern ENCODED = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,8}),t=(\\d{1,4}),p=(\\d{1,4})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final SecureRandom random = new SecureRandom();
    private final int memoryKib;
    private final int iterations;
    private final Queue<BlockPool> memory = new ConcurrentLinkedQueue<>();

    Argon2(int memoryKib, int iterations) {
        this.memoryKib = memoryKib;
        this.iterations = iterations;
    }

    String hash(String secret) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = hash(secret, salt, memoryKib, iterations, LANES, HASH_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + memoryKib + ",t=" + iterations + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    /** With the parameters that the hash was made with, whatever they are today. */
    boolean matches(String secret, String encoded) {
        Matcher parts = ENCODED.matcher(encoded);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a hash of Argon2id");
        }
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        byte[] actual = hash(
                secret,
                Base64.getDecoder().decode(parts.group(4)),
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                expected.length);
        return MessageDigest.isEqual(expected, actual);
    }

    private byte[] hash(String secret, byte[] salt, int memoryKib, int iterations, int lanes, int length) {
        BlockPool free = memory.poll();
        BlockPool blocks = free == null ? newMemory() : free;
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withSalt(salt)
                    .withMemoryAsKB(memoryKib)
                    .withIterations(iterations)
                    .withParallelism(lanes)
                    .withBlockPool(blocks)
                    .build());
            byte[] hash = new byte[length];
            generator.generateBytes(secret.getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            memory.add(blocks);
        }
    }

    private BlockPool newMemory() {
        return new FixedBlockPool(Argon2BytesGenerator.getBlockCount(memoryKib, LANES));
    }
}
