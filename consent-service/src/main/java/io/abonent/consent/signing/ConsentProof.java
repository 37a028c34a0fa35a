package io.abonent.consent.signing;

import io.abonent.consent.document.Edition;
import io.abonent.consent.document.PublishedDocument;
import io.abonent.consent.document.SignatureAgreement;
import io.abonent.consent.document.SignatureAgreements;
import io.abonent.consent.evidence.EvidenceFacts;
import io.abonent.consent.evidence.EvidenceKind;
import io.abonent.consent.evidence.Signer;
import io.abonent.contracts.consent.ConsentSigned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Collects what a record of evidence says about a signature or a withdrawal. */
@Component
class ConsentProof {
    /** The person is recognised by a session which a password has opened. */
    static final ConsentSigned.Method METHOD = ConsentSigned.Method.PASSWORD;

    private final SignatureAgreements agreements;

    ConsentProof(SignatureAgreements agreements) {
        this.agreements = agreements;
    }

    EvidenceFacts of(
            EvidenceKind kind,
            UUID consentId,
            PublishedDocument document,
            Edition edition,
            Signer signer,
            @Nullable Instant presentedAt,
            Instant now) {
        SignatureAgreement agreement = agreements.current();
        return new EvidenceFacts(
                kind,
                signer,
                consentId,
                document.id(),
                edition.number(),
                edition.sha256(),
                document.purpose(),
                presentedAt,
                now,
                METHOD.name(),
                agreement.version(),
                agreement.sha256());
    }
}
