package io.abonent.identity.verification;

import io.abonent.identity.limit.Allowance;
import io.abonent.identity.login.Login;
import io.abonent.identity.login.LoginType;
import io.abonent.identity.secret.RandomText;
import io.abonent.identity.verification.Guess.Refused;
import io.abonent.identity.verification.Issue.Issued;
import io.abonent.identity.verification.Issue.TooSoon;
import io.abonent.platform.outbox.EventPublisher;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks the holder of a phone or mailbox to prove it, and judges the answer. */
@Service
public class Verifying {

    private final Verifications verifications;
    private final CodeGuesses guesses;
    private final MessageBudget budget;
    private final SecretHashes hashes;
    private final VerificationEvents events;
    private final EventPublisher publisher;
    private final VerificationProperties terms;
    private final Clock clock;

    Verifying(
            Verifications verifications,
            CodeGuesses guesses,
            MessageBudget budget,
            SecretHashes hashes,
            VerificationEvents events,
            EventPublisher publisher,
            VerificationProperties terms,
            Clock clock) {
        this.verifications = verifications;
        this.guesses = guesses;
        this.budget = budget;
        this.hashes = hashes;
        this.events = events;
        this.publisher = publisher;
        this.terms = terms;
        this.clock = clock;
    }

    /** @param decoy everything looks the same, and nothing can be confirmed */
    @Transactional(propagation = Propagation.MANDATORY)
    public Issue start(VerificationId id, Purpose purpose, Login target, String locale, boolean decoy) {
        return switch (budget.take(target.value())) {
            case Allowance.Refused refused -> new TooSoon(refused.retryAfter());
            case Allowance.Granted granted -> send(new Verification(id, purpose, target, locale, decoy));
        };
    }

    @Transactional
    public Issue resend(VerificationId id) {
        Optional<String> target = verifications.target(id.value());
        if (target.isEmpty()) {
            return new Issue.Unknown();
        }
        // The target before the row, as everywhere: else a resend and a registration wait for each other.
        budget.lock(target.get());
        Verification verification = verifications.lock(id.value()).orElseThrow();
        return switch (verification.status()) {
            case CONFIRMED -> new Issue.AlreadyConfirmed();
            case SUPERSEDED -> new Issue.Superseded();
            case ISSUED -> resend(verification);
        };
    }

    private Issue resend(Verification verification) {
        Duration wait = Duration.between(clock.instant(), verification.resendAvailableAt());
        if (wait.isPositive()) {
            return new TooSoon(wait);
        }
        return switch (budget.take(verification.target().value())) {
            case Allowance.Refused refused -> new TooSoon(refused.retryAfter());
            case Allowance.Granted granted -> send(verification);
        };
    }

    private Issue send(Verification verification) {
        VerificationId id = verification.id();
        String code = RandomText.sixDigits();
        byte[] linkSecret = RandomText.bytes(SecretHashes.linkSecretBytes());
        boolean withLink = verification.target().type() == LoginType.EMAIL;
        // A decoy gets hashes of nothing: no code and no link in the world fits it.
        byte[] codeHash = verification.decoy() ? RandomText.bytes(32) : hashes.ofCode(id, code);
        byte[] linkHash = verification.decoy() ? RandomText.bytes(32) : hashes.ofLink(id, linkSecret);
        verification.issue(codeHash, withLink ? linkHash : null, terms, clock.instant());
        Verification saved = verifications.save(verification);
        Secrets secrets = verification.decoy()
                ? Secrets.none()
                : new Secrets(code, withLink ? SecretHashes.linkToken(id, linkSecret) : null);
        tell(saved, secrets);
        return new Issued(id, saved.target(), saved.codeExpiresAt(), saved.resendAvailableAt());
    }

    private void tell(Verification verification, Secrets secrets) {
        if (verification.decoy() && verification.purpose() == Purpose.PASSWORD_RESET) {
            // Nobody's login: a stranger gets no message about it. What a message costs is spent all the same (F-69).
            events.requested(verification, secrets);
            return;
        }
        publisher.publish(verification, sent -> events.requested(sent, secrets));
    }

    /** Whose phone or mailbox a verification asks; empty if there is none for this purpose. */
    @Transactional(readOnly = true)
    public Optional<Login> target(VerificationId id, Purpose purpose) {
        return verifications
                .findById(id.value())
                .filter(found -> found.purpose() == purpose)
                .map(Verification::target);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void supersede(VerificationId id) {
        verifications.lock(id.value()).ifPresent(Verification::supersede);
    }

    /** Costs one of the few tries, right or wrong. */
    public Guess guess(VerificationId id, Purpose purpose, String code) {
        return guesses.guess(id, purpose, code);
    }

    /** Looks at a link without changing anything. */
    @Transactional(readOnly = true)
    public Guess open(String linkToken, Purpose purpose) {
        return SecretHashes.readLink(linkToken)
                .flatMap(link -> verifications
                        .findById(link.id().value())
                        .filter(found -> found.purpose() == purpose)
                        .map(found -> judge(found, link)))
                .orElseGet(Guess.Unknown::new);
    }

    private Guess judge(Verification verification, SecretHashes.Link link) {
        byte[] expected = verification.linkHash();
        if (expected == null || !MessageDigest.isEqual(expected, hashes.ofLink(link.id(), link.secret()))) {
            return new Guess.Unknown();
        }
        Optional<Refused> refused = closed(verification, verification.issue());
        if (refused.isPresent()) {
            return refused.get();
        }
        Instant now = clock.instant();
        return now.isBefore(verification.linkExpiresAt())
                ? new Guess.Right(link.id(), verification.issue())
                : new Guess.Expired();
    }

    /**
     * Holds a verification whose secret was right until the transaction ends: of several answers at once exactly one
     * finds it open.
     *
     * @return why it is not open
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Refused> hold(Guess.Right right) {
        return closed(verifications.lock(right.id().value()).orElseThrow(), right.issue());
    }

    /** Closes a verification that this transaction holds. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirm(VerificationId id) {
        verifications.findById(id.value()).orElseThrow().confirm();
    }

    private static Optional<Refused> closed(Verification verification, int issue) {
        return switch (verification.status()) {
            case CONFIRMED -> Optional.of(new Guess.AlreadyConfirmed());
            case SUPERSEDED -> Optional.of(new Guess.Superseded());
            case ISSUED -> verification.issue() == issue ? Optional.empty() : Optional.of(new Guess.Superseded());
        };
    }
}
