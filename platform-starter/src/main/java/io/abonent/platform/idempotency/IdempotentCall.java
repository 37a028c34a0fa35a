package io.abonent.platform.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which call this is.
 *
 * @param principal the signed-in user
 * @param route method and path template
 * @param key as the client chose it
 * @param fingerprint SHA-256 of the path, the query and the raw body
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by the database, never by equals.
record IdempotentCall(String principal, String route, String key, byte[] fingerprint) {

    static byte[] fingerprint(String target, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(target.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean sameRequest(byte[] other) {
        return MessageDigest.isEqual(fingerprint, other);
    }

    @Override
    public String toString() {
        return "IdempotentCall[" + route + "]";
    }
}
