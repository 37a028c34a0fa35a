package io.abonent.consent.evidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Hash and server signature (HMAC-SHA256) of evidence. Whoever can write to the database still lacks the key. */
@Component
class EvidenceSeal {
    private static final int KEY_BYTES = 32;

    private final String keyId;
    private final Map<String, SecretKey> keys = new LinkedHashMap<>();

    EvidenceSeal(EvidenceProperties properties) {
        keyId = add(properties.signingKey());
        properties.retiredKeys().forEach(this::add);
    }

    /** Names the key in records without telling it. */
    String keyId() {
        return keyId;
    }

    EvidenceRecord seal(EvidenceRecord evidence) {
        byte[] canonical = evidence.canonical();
        return evidence.sealed(hash(canonical), signature(canonical, evidence.signingKeyId()));
    }

    String hash(byte[] canonical) {
        return HexFormat.of().formatHex(sha256(canonical));
    }

    boolean signed(byte[] canonical, EvidenceRecord evidence) {
        return keys.containsKey(evidence.signingKeyId())
                && MessageDigest.isEqual(
                        signature(canonical, evidence.signingKeyId()).getBytes(StandardCharsets.US_ASCII),
                        evidence.serverSignature().getBytes(StandardCharsets.US_ASCII));
    }

    private String signature(byte[] canonical, String id) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.get(id));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(canonical));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }

    private String add(String base64) {
        byte[] bytes = decoded(base64);
        String id = HexFormat.of().formatHex(sha256(bytes), 0, 8);
        keys.put(id, new SecretKeySpec(bytes, "HmacSHA256"));
        return id;
    }

    private static byte[] decoded(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException malformed) {
            // Without the cause: its message quotes the secret.
            throw new IllegalStateException("a key of abonent.evidence is not base64");
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException(
                    "a key of abonent.evidence has " + bytes.length + " bytes, not " + KEY_BYTES);
        }
        return bytes;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
