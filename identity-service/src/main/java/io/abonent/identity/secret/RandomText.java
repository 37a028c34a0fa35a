package io.abonent.identity.secret;

import java.security.SecureRandom;
import java.util.Base64;

/** What nobody can guess. */
public final class RandomText {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODE_BOUND = 1_000_000;

    private RandomText() {}

    public static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** 256 bits in URL-safe base64. */
    public static String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
    }

    public static String sixDigits() {
        int code = RANDOM.nextInt(CODE_BOUND);
        StringBuilder digits = new StringBuilder(Integer.toString(code));
        while (digits.length() < 6) {
            digits.insert(0, '0');
        }
        return digits.toString();
    }
}
