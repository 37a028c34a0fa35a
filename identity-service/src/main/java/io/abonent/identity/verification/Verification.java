package io.abonent.identity.verification;

import io.abonent.identity.login.Login;
import io.abonent.identity.login.LoginType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One question to the holder of a phone or mailbox: do you have this code, did you open this link? */
@Entity
class Verification {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private LoginType channel;

    @Column
    private String target;

    @Column
    private String targetDisplay;

    @Column
    private String locale;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    /** Nothing confirms this one, and nobody who asks can tell (F-69). */
    @Column
    private boolean decoy;

    @Enumerated(EnumType.STRING)
    private VerificationStatus status;

    @Column
    private int issue;

    /** Counted by {@link CodeGuesses} with a statement of its own; written here only with the row locked. */
    @Column
    private int attempts;

    @Column
    private byte[] codeHash;

    /** Of earlier issues, one behind the other: whoever types one of them is told to look for the newest message. */
    @Column
    private byte[] oldCodeHashes;

    @Column
    private byte @Nullable [] linkHash;

    @Column
    private Instant issuedAt;

    @Column
    private Instant codeExpiresAt;

    @Column
    private Instant linkExpiresAt;

    @Column
    private Instant resendAvailableAt;

    @Version
    private @Nullable Long version;

    protected Verification() {}

    Verification(VerificationId id, Purpose purpose, Login target, String locale, boolean decoy) {
        this.id = id.value();
        this.purpose = purpose;
        this.channel = target.type();
        this.target = target.value();
        this.targetDisplay = target.display();
        this.locale = locale;
        this.decoy = decoy;
        this.status = VerificationStatus.ISSUED;
        this.codeHash = new byte[0];
        this.oldCodeHashes = new byte[0];
        this.issuedAt = Instant.EPOCH;
        this.codeExpiresAt = Instant.EPOCH;
        this.linkExpiresAt = Instant.EPOCH;
        this.resendAvailableAt = Instant.EPOCH;
    }

    /** A new code and link; what was sent before is worth nothing from now on. */
    void issue(byte[] newCodeHash, byte @Nullable [] newLinkHash, VerificationProperties terms, Instant now) {
        oldCodeHashes = ByteBuffer.allocate(oldCodeHashes.length + codeHash.length)
                .put(oldCodeHashes)
                .put(codeHash)
                .array();
        codeHash = newCodeHash;
        linkHash = newLinkHash;
        issue++;
        attempts = 0;
        issuedAt = now;
        codeExpiresAt = now.plus(terms.codeLifetime());
        linkExpiresAt = now.plus(terms.linkLifetime(purpose));
        resendAvailableAt = now.plus(terms.resendAfter());
    }

    void supersede() {
        if (status == VerificationStatus.ISSUED) {
            status = VerificationStatus.SUPERSEDED;
        }
    }

    void confirm() {
        if (decoy || status != VerificationStatus.ISSUED) {
            throw new IllegalStateException("verification " + id + " cannot be confirmed: " + status);
        }
        status = VerificationStatus.CONFIRMED;
    }

    VerificationId id() {
        return new VerificationId(id);
    }

    Purpose purpose() {
        return purpose;
    }

    Login target() {
        return new Login(channel, target, targetDisplay);
    }

    String locale() {
        return locale;
    }

    boolean decoy() {
        return decoy;
    }

    VerificationStatus status() {
        return status;
    }

    int issue() {
        return issue;
    }

    byte @Nullable [] linkHash() {
        return linkHash;
    }

    Instant issuedAt() {
        return issuedAt;
    }

    Instant codeExpiresAt() {
        return codeExpiresAt;
    }

    Instant linkExpiresAt() {
        return linkExpiresAt;
    }

    Instant resendAvailableAt() {
        return resendAvailableAt;
    }

    /** After the flush: the version which the committed row carries. */
    long version() {
        return version == null ? 0 : version;
    }
}
