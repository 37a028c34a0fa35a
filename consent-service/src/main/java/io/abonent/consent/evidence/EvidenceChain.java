package io.abonent.consent.evidence;

import io.abonent.platform.event.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Appends proof, in the transaction that makes the fact true. A person's records are all in one chain. */
@Component
public class EvidenceChain {
    static final int SHARDS = 16;

    private final EvidenceRows rows;
    private final EvidenceSeal seal;

    EvidenceChain(EvidenceRows rows, EvidenceSeal seal) {
        this.rows = rows;
        this.seal = seal;
    }

    /** Locks the end of one of the chains until the transaction ends: call it last. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID append(EvidenceFacts facts) {
        EvidenceRows.Head head = rows.lockHead(shard(facts.signer().userId()));
        EvidenceRecord next = seal.seal(following(head, facts));
        rows.append(next);
        return next.evidenceId();
    }

    static int shard(UUID userId) {
        return Math.floorMod(userId.hashCode(), SHARDS);
    }

    private EvidenceRecord following(EvidenceRows.Head head, EvidenceFacts facts) {
        Signer signer = facts.signer();
        return new EvidenceRecord(
                Ids.next(),
                facts.kind().name(),
                signer.userId(),
                facts.consentId(),
                facts.documentId(),
                facts.documentVersion(),
                facts.documentSha256(),
                facts.purpose().name(),
                stored(facts.presentedAt()),
                facts.occurredAt().truncatedTo(ChronoUnit.MICROS),
                facts.method(),
                stored(signer.authenticatedAt()),
                signer.sessionId(),
                signer.clientId(),
                signer.ip(),
                signer.userAgent(),
                signer.locale(),
                facts.pepAgreementVersion(),
                facts.pepAgreementSha256(),
                signer.contactMasked(),
                head.shard(),
                head.sequence() + 1,
                seal.keyId(),
                head.hash(),
                "",
                "");
    }

    /** The database keeps microseconds: what is hashed must be what is read back. */
    private static @Nullable Instant stored(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }
}
