package io.abonent.identity.verification;

import io.abonent.identity.verification.Guess.AlreadyConfirmed;
import io.abonent.identity.verification.Guess.Exhausted;
import io.abonent.identity.verification.Guess.Expired;
import io.abonent.identity.verification.Guess.Right;
import io.abonent.identity.verification.Guess.Superseded;
import io.abonent.identity.verification.Guess.Unknown;
import io.abonent.identity.verification.Guess.Wrong;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tries codes. A try is taken by one guarded update before anything is compared, outside of every transaction, so that a
 * hundred guesses at once cost a hundred tries and no more than the allowed ones are looked at (F-66).
 */
@Component
class CodeGuesses {

    private static final int HASH_BYTES = 32;

    private final JdbcClient jdbc;
    private final SecretHashes hashes;
    private final VerificationProperties terms;
    private final Clock clock;

    CodeGuesses(JdbcClient jdbc, SecretHashes hashes, VerificationProperties terms, Clock clock) {
        this.jdbc = jdbc;
        this.hashes = hashes;
        this.terms = terms;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.NEVER)
    public Guess guess(VerificationId id, Purpose purpose, String code) {
        Instant now = clock.instant();
        byte[] guessed = hashes.ofCode(id, code);
        return takeTry(id, purpose, now)
                .map(taken -> judge(id, taken, guessed))
                .orElseGet(() -> whyNot(id, purpose, now));
    }

    private Optional<Try> takeTry(VerificationId id, Purpose purpose, Instant now) {
        return jdbc.sql("""
                        update verification set attempts = attempts + 1
                        where id = :id and purpose = :purpose and status = 'ISSUED' and attempts < :tries
                          and code_expires_at > :now
                        returning attempts, issue, code_hash, old_code_hashes""")
                .param("id", id.value())
                .param("purpose", purpose.name())
                .param("tries", terms.tries())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(CodeGuesses::readTry)
                .optional();
    }

    private static Try readTry(ResultSet row, int number) throws SQLException {
        return new Try(
                row.getInt("attempts"),
                row.getInt("issue"),
                row.getBytes("code_hash"),
                row.getBytes("old_code_hashes"));
    }

    private Guess judge(VerificationId id, Try taken, byte[] guessed) {
        if (MessageDigest.isEqual(taken.codeHash(), guessed)) {
            return new Right(id, taken.issue());
        }
        return isOldCode(taken.oldCodeHashes(), guessed)
                ? new Superseded()
                : new Wrong(terms.tries() - taken.attempts());
    }

    private static boolean isOldCode(byte[] oldHashes, byte[] guessed) {
        boolean found = false;
        for (int from = 0; from + HASH_BYTES <= oldHashes.length; from += HASH_BYTES) {
            found |= MessageDigest.isEqual(Arrays.copyOfRange(oldHashes, from, from + HASH_BYTES), guessed);
        }
        return found;
    }

    private Guess whyNot(VerificationId id, Purpose purpose, Instant now) {
        return jdbc.sql("""
                        select status, code_expires_at <= :now as expired from verification
                        where id = :id and purpose = :purpose""")
                .param("id", id.value())
                .param("purpose", purpose.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        reason(VerificationStatus.valueOf(row.getString("status")), row.getBoolean("expired")))
                .optional()
                .orElseGet(Unknown::new);
    }

    private static Guess reason(VerificationStatus status, boolean expired) {
        return switch (status) {
            case CONFIRMED -> new AlreadyConfirmed();
            case SUPERSEDED -> new Superseded();
            case ISSUED -> expired ? new Expired() : new Exhausted();
        };
    }

    @SuppressWarnings("ArrayRecordComponent") // read once by the method above, never compared or collected
    private record Try(int attempts, int issue, byte[] codeHash, byte[] oldCodeHashes) {}
}
