package io.abonent.consent.signing;

import java.time.Instant;
import java.util.UUID;

/** How an attempt to sign ends. */
sealed interface Signing {
    /** @param before the same text had been signed already: the original evidence, nothing new */
    record Signed(UUID consentId, UUID evidenceId, Instant signedAt, boolean before) implements Signing {}

    record UnknownDocument() implements Signing {}

    record Outdated(int number, int currentNumber) implements Signing {}

    record OtherText(int number) implements Signing {}

    record NotPresented() implements Signing {}

    record PasswordTooOld() implements Signing {}
}
