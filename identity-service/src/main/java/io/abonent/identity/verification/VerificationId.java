package io.abonent.identity.verification;

import java.nio.ByteBuffer;
import java.util.UUID;

public record VerificationId(UUID value) {

    private static final int BYTES = 16;

    byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }
}
