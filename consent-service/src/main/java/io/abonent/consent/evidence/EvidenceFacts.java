package io.abonent.consent.evidence;

import io.abonent.contracts.consent.ConsentPurpose;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be proven.
 *
 * @param presentedAt when the full text was shown last; absent for a withdrawal
 * @param method how the signer was recognised
 */
public record EvidenceFacts(
        EvidenceKind kind,
        Signer signer,
        UUID consentId,
        UUID documentId,
        int documentVersion,
        String documentSha256,
        ConsentPurpose purpose,
        @Nullable Instant presentedAt,
        Instant occurredAt,
        String method,
        int pepAgreementVersion,
        String pepAgreementSha256) {}
