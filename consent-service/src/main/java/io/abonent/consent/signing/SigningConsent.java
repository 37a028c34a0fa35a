package io.abonent.consent.signing;

import io.abonent.consent.document.DocumentLibrary;
import io.abonent.consent.document.Edition;
import io.abonent.consent.document.Presentations;
import io.abonent.consent.document.PublishedDocument;
import io.abonent.consent.evidence.EvidenceChain;
import io.abonent.consent.evidence.EvidenceKind;
import io.abonent.consent.evidence.Signer;
import io.abonent.platform.outbox.EventPublisher;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signs exactly the text the person saw. Everything it needs is here, no replica is asked: it works seconds after
 * registration. Locks in one order, document (shared), presentation, consent, end of a chain, so nobody waits in a circle.
 */
@Service
class SigningConsent {
    private final DocumentLibrary library;
    private final Presentations presentations;
    private final Consents consents;
    private final EvidenceChain evidence;
    private final ConsentProof proof;
    private final SigningProperties properties;
    private final EventPublisher events;
    private final Clock clock;

    SigningConsent(
            DocumentLibrary library,
            Presentations presentations,
            Consents consents,
            EvidenceChain evidence,
            ConsentProof proof,
            SigningProperties properties,
            EventPublisher events,
            Clock clock) {
        this.library = library;
        this.presentations = presentations;
        this.consents = consents;
        this.evidence = evidence;
        this.proof = proof;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    Signing sign(UUID documentId, int number, String sha256, Signer signer) {
        // Held until the commit: a new version is published before this signature or after it, never in between (F-79).
        PublishedDocument document = library.hold(documentId).orElse(null);
        Edition edition = document == null ? null : document.edition(number).orElse(null);
        if (document == null || edition == null) {
            return new Signing.UnknownDocument();
        }
        if (!edition.sha256().equals(sha256)) {
            return new Signing.OtherText(number);
        }
        Instant presentedAt =
                presentations.hold(signer.userId(), documentId, number).orElse(null);
        Optional<Consent> standing = consents.lockByUserAndDocument(signer.userId(), documentId);
        if (standing.isPresent() && standing.get().signed(number)) {
            Consent signed = standing.get();
            return new Signing.Signed(signed.id(), signed.evidenceId(), signed.signedAt(), true);
        }
        if (number != document.current().number()) {
            return new Signing.Outdated(number, document.current().number());
        }
        if (presentedAt == null || !readSince(standing, presentedAt)) {
            return new Signing.NotPresented();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!fresh(signer.authenticatedAt(), now)) {
            return new Signing.PasswordTooOld();
        }
        return signed(document, edition, standing, signer, presentedAt, now);
    }

    private Signing.Signed signed(
            PublishedDocument document,
            Edition edition,
            Optional<Consent> standing,
            Signer signer,
            Instant presentedAt,
            Instant now) {
        UUID consentId = standing.map(Consent::id).orElseGet(Consent::newId);
        UUID evidenceId = evidence.append(
                proof.of(EvidenceKind.SIGNATURE, consentId, document, edition, signer, presentedAt, now));
        Consent consent = standing.orElseGet(() ->
                Consent.firstSigned(consentId, signer.userId(), document.id(), edition.number(), evidenceId, now));
        if (standing.isPresent()) {
            consent.sign(edition.number(), evidenceId, now);
        }
        events.publish(consents.save(consent), saved -> ConsentEvents.signed(saved, document.purpose()));
        return new Signing.Signed(consentId, evidenceId, now, false);
    }

    /** After a withdrawal the text has to be opened anew. */
    private static boolean readSince(Optional<Consent> standing, Instant presentedAt) {
        Instant withdrawnAt = standing.map(Consent::withdrawnAt).orElse(null);
        return withdrawnAt == null || presentedAt.isAfter(withdrawnAt);
    }

    private boolean fresh(@Nullable Instant authenticatedAt, Instant now) {
        return authenticatedAt != null
                && authenticatedAt.plus(properties.passwordMaxAge()).isAfter(now);
    }
}
