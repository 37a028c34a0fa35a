package io.abonent.identity.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** 256 bits of the configuration. Its text form shows nothing. */
public final class SecretKey {

    private static final int BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    private final byte[] bytes;

    private SecretKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @param property its name, for the message that ends the start
     * @throws IllegalArgumentException if it is missing or not 32 bytes in base64
     */
    public static SecretKey ofProperty(String property, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    property + " is missing: it has no default, set 32 random bytes in base64");
        }
        byte[] bytes = decode(property, value.strip());
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(property + " must be 32 bytes in base64, it has " + bytes.length);
        }
        return new SecretKey(bytes);
    }

    private static byte[] decode(String property, String value) {
        try {
            return Base64.getDecoder().decode(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(property + " is not base64", e);
        }
    }

    /** A key of its own for each use, so that a value made for one never fits another. */
    public SecretKey forUse(String use) {
        return new SecretKey(hmac(use.getBytes(StandardCharsets.UTF_8)));
    }

    public byte[] hmac(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(bytes, HMAC));
            Arrays.stream(parts).forEach(mac::update);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(HMAC + " is part of every JDK", e);
        }
    }

    public byte[] hmac(String text) {
        return hmac(text.getBytes(StandardCharsets.UTF_8));
    }

    SecretKeySpec aes() {
        return new SecretKeySpec(bytes, "AES");
    }

    @Override
    public String toString() {
        return "SecretKey[hidden]";
    }
}
