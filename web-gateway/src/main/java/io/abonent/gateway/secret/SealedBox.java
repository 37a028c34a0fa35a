package io.abonent.gateway.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** AES-256-GCM with the key of the configuration; what was altered, or made with another key, does not open. */
public final class SealedBox {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    private SealedBox(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * @param property its name, for the message that ends the start
     * @throws IllegalArgumentException if the value is missing or not 32 bytes in base64
     */
    public static SealedBox ofProperty(String property, @Nullable String base64) {
        if (base64 == null || base64.isBlank()) {
            throw new IllegalArgumentException(
                    property + " is missing: it has no default, set 32 random bytes in base64");
        }
        byte[] key = decode(property, base64.strip());
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException(property + " must be 32 bytes in base64, it has " + key.length);
        }
        return new SealedBox(key);
    }

    private static byte[] decode(String property, String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(property + " is not base64", e);
        }
    }

    public byte[] seal(String plain) {
        byte[] iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, iv).doFinal(plain.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(IV_BYTES + sealed.length)
                    .put(iv)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(CIPHER + " is part of every JDK", e);
        }
    }

    public Optional<String> open(byte[] sealed) {
        if (sealed.length <= IV_BYTES) {
            return Optional.empty();
        }
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, IV_BYTES))
                    .doFinal(sealed, IV_BYTES, sealed.length - IV_BYTES);
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] iv) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        return cipher;
    }
}
