package io.abonent.consent.signing;

import io.abonent.consent.document.DocumentLibrary;
import io.abonent.consent.document.Edition;
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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a consent back: always possible, whatever version was signed and however old the session is. */
@Service
class WithdrawingConsent {
    private final DocumentLibrary library;
    private final Consents consents;
    private final EvidenceChain evidence;
    private final ConsentProof proof;
    private final EventPublisher events;
    private final Clock clock;

    WithdrawingConsent(
            DocumentLibrary library,
            Consents consents,
            EvidenceChain evidence,
            ConsentProof proof,
            EventPublisher events,
            Clock clock) {
        this.library = library;
        this.consents = consents;
        this.evidence = evidence;
        this.proof = proof;
        this.events = events;
        this.clock = clock;
    }

    record Withdrawal(UUID consentId, UUID evidenceId, Instant withdrawnAt) {}

    /** @return empty if the person has no such consent; for one withdrawn before, the original withdrawal */
    @Transactional
    Optional<Withdrawal> withdraw(UUID consentId, Signer signer) {
        return consents.lockOwn(consentId, signer.userId()).map(consent -> withdraw(consent, signer));
    }

    private Withdrawal withdraw(Consent consent, Signer signer) {
        if (consent.withdrawnAt() != null) {
            return new Withdrawal(consent.id(), consent.evidenceId(), consent.withdrawnAt());
        }
        PublishedDocument document = library.find(consent.documentId()).orElseThrow();
        Edition edition = document.edition(consent.documentVersion()).orElseThrow();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID evidenceId =
                evidence.append(proof.of(EvidenceKind.WITHDRAWAL, consent.id(), document, edition, signer, null, now));
        consent.withdraw(evidenceId, now);
        events.publish(consent, saved -> ConsentEvents.withdrawn(saved, document.purpose()));
        return new Withdrawal(consent.id(), evidenceId, now);
    }
}
