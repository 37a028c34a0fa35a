package io.abonent.identity.token;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;

/** A key pair and the time in which it signs. */
record SigningKey(ECKey pair, Instant signsFrom, Instant signsUntil, Instant publishedUntil) {

    String kid() {
        return pair.getKeyID();
    }

    boolean signsAt(Instant now) {
        return !now.isBefore(signsFrom) && now.isBefore(signsUntil);
    }
}
