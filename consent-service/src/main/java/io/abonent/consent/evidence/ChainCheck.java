package io.abonent.consent.evidence;

import io.abonent.consent.evidence.EvidenceReport.BadRow;
import io.abonent.consent.evidence.EvidenceReport.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Walks along one chain. Every row answers for itself, so that one bad row does not hide the next. */
final class ChainCheck {
    private static final int NAMED_MAX = 100;
    private static final String GENESIS = "0".repeat(64);

    private final int shard;
    private final EvidenceSeal seal;
    private final List<BadRow> named = new ArrayList<>();
    private long checked;
    private long bad;
    private long lastSequence;
    private String lastHash = GENESIS;

    ChainCheck(int shard, EvidenceSeal seal) {
        this.shard = shard;
        this.seal = seal;
    }

    /** @return whether the row is as it was written */
    boolean next(EvidenceRecord evidence) {
        checked++;
        Fault fault = fault(evidence);
        if (fault != null) {
            bad(evidence.sequence(), evidence.evidenceId(), fault);
        }
        lastSequence = evidence.sequence();
        // What was written, even if the row was changed since: else the next row would be blamed for this one.
        lastHash = evidence.evidenceHash();
        return fault == null;
    }

    void end(EvidenceRows.Head head) {
        if (head.sequence() != lastSequence || !head.hash().equals(lastHash)) {
            bad(head.sequence(), null, Fault.HEAD_WRONG);
        }
    }

    private @Nullable Fault fault(EvidenceRecord evidence) {
        byte[] canonical = evidence.canonical();
        if (evidence.shard() != shard || !seal.hash(canonical).equals(evidence.evidenceHash())) {
            return Fault.CONTENT_CHANGED;
        }
        if (!seal.signed(canonical, evidence)) {
            return Fault.SIGNATURE_WRONG;
        }
        if (evidence.sequence() != lastSequence + 1) {
            return Fault.ROWS_MISSING;
        }
        return evidence.previousEvidenceHash().equals(lastHash) ? null : Fault.CHAIN_BROKEN;
    }

    private void bad(long sequence, @Nullable UUID evidenceId, Fault fault) {
        bad++;
        if (named.size() < NAMED_MAX) {
            named.add(new BadRow(shard, sequence, evidenceId, fault));
        }
    }

    long checked() {
        return checked;
    }

    long bad() {
        return bad;
    }

    List<BadRow> named() {
        return List.copyOf(named);
    }

    String lastHash() {
        return lastHash;
    }
}
