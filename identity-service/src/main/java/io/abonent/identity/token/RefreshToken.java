package io.abonent.identity.token;

import io.abonent.identity.secret.SecretKey;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Session, generation, and a keyed hash over both and the session's salt. Nobody makes one with the key or the database
 * alone; the same generation always reads the same, so that a lost answer can be repeated without storing tokens.
 */
record RefreshToken(UUID sessionId, int generation, String value) {

    private static final int HEAD_BYTES = 20;
    private static final int PROOF_BYTES = 32;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    static RefreshToken of(UUID sessionId, int generation, byte[] salt, SecretKey key) {
        byte[] head = head(sessionId, generation);
        byte[] value = ByteBuffer.allocate(HEAD_BYTES + PROOF_BYTES)
                .put(head)
                .put(key.hmac(head, salt))
                .array();
        return new RefreshToken(sessionId, generation, ENCODER.encodeToString(value));
    }

    /** Proves nothing yet. */
    static Optional<RefreshToken> read(String value) {
        if (value.length() != (HEAD_BYTES + PROOF_BYTES) * 4 / 3 + 1) {
            return Optional.empty();
        }
        try {
            ByteBuffer buffer = ByteBuffer.wrap(Base64.getUrlDecoder().decode(value));
            UUID session = new UUID(buffer.getLong(), buffer.getLong());
            return Optional.of(new RefreshToken(session, buffer.getInt(), value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean provenBy(byte[] salt, SecretKey key) {
        RefreshToken genuine = of(sessionId, generation, salt, key);
        return MessageDigest.isEqual(
                Base64.getUrlDecoder().decode(genuine.value()),
                Base64.getUrlDecoder().decode(value));
    }

    private static byte[] head(UUID sessionId, int generation) {
        return ByteBuffer.allocate(HEAD_BYTES)
                .putLong(sessionId.getMostSignificantBits())
                .putLong(sessionId.getLeastSignificantBits())
                .putInt(generation)
                .array();
    }

    @Override
    public String toString() {
        return "RefreshToken[" + sessionId + ", generation " + generation + "]";
    }
}
