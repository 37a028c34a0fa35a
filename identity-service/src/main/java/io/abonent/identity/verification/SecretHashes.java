package io.abonent.identity.verification;

import io.abonent.identity.secret.SecretKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keyed hashes of codes and links: a copy of the table lets nobody confirm anything. Each is bound to its verification,
 * so that the same six digits of another one are worth nothing.
 */
@Component
class SecretHashes {

    private static final int ID_BYTES = 16;
    private static final int LINK_SECRET_BYTES = 24;

    private final SecretKey codes;
    private final SecretKey links;
    private final SecretKey targets;

    SecretHashes(VerificationProperties properties) {
        this.codes = properties.key().forUse("verification-code");
        this.links = properties.key().forUse("verification-link");
        this.targets = properties.key().forUse("verification-target");
    }

    byte[] ofCode(VerificationId id, String code) {
        return codes.hmac(id.bytes(), code.getBytes(StandardCharsets.UTF_8));
    }

    byte[] ofLink(VerificationId id, byte[] secret) {
        return links.hmac(id.bytes(), secret);
    }

    /** Under what a target's messages are counted. */
    byte[] ofTarget(String target) {
        return targets.hmac(target);
    }

    /** A link names its verification and carries 192 random bits. */
    static String linkToken(VerificationId id, byte[] secret) {
        byte[] token = ByteBuffer.allocate(ID_BYTES + secret.length)
                .put(id.bytes())
                .put(secret)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    static int linkSecretBytes() {
        return LINK_SECRET_BYTES;
    }

    static Optional<Link> readLink(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != ID_BYTES + LINK_SECRET_BYTES) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        VerificationId id = new VerificationId(new UUID(buffer.getLong(), buffer.getLong()));
        byte[] secret = new byte[LINK_SECRET_BYTES];
        buffer.get(secret);
        return Optional.of(new Link(id, secret));
    }

    @SuppressWarnings("ArrayRecordComponent") // taken apart at once, never compared or collected
    record Link(VerificationId id, byte[] secret) {}
}
