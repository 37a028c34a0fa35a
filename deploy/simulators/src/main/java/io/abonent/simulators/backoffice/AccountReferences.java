package io.abonent.simulators.backoffice;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The supplier's opaque handle of an account: one encrypted block that holds supplier and number, so that nothing has to
 * be stored to find the account again. The same account always gets the same reference, and half of the block is zero,
 * so an invented reference decodes with a chance of 2⁻⁵⁶.
 */
@Component
class AccountReferences {

    private static final int BLOCK_BYTES = 16;

    private final SecretKeySpec key;

    AccountReferences(BackOfficeProperties properties) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(properties.referenceKey().getBytes(StandardCharsets.UTF_8));
        this.key = new SecretKeySpec(Arrays.copyOf(digest, BLOCK_BYTES), "AES");
    }

    String of(CustomerAccount account) {
        byte[] block = ByteBuffer.allocate(BLOCK_BYTES)
                .put((byte) account.supplier().tag())
                .position(8)
                .putLong(account.key())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(crypt(Cipher.ENCRYPT_MODE, block));
    }

    /** Number of the account, if this is a reference which that supplier has issued. */
    Optional<Long> keyOf(Supplier supplier, String reference) {
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(reference);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (sealed.length != BLOCK_BYTES) {
            return Optional.empty();
        }
        ByteBuffer block = ByteBuffer.wrap(crypt(Cipher.DECRYPT_MODE, sealed));
        long head = (long) supplier.tag() << 56;
        return block.getLong() == head ? Optional.of(block.getLong()) : Optional.empty();
    }

    private byte[] crypt(int mode, byte[] block) {
        try {
            // A single block under a fixed IV is a keyed permutation, which is exactly what a reference needs.
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, key, new IvParameterSpec(new byte[BLOCK_BYTES]));
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
