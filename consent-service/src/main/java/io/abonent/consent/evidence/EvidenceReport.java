package io.abonent.consent.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param bad how many rows are not as they were written
 * @param firstBad the first of them in the order of chains, absent if all is well
 * @param badRows the first hundred
 * @param changedTexts texts that are no longer what was published or signed
 * @param heads last hash of each chain; kept outside of the database (it is logged), it proves that no end was cut off
 */
record EvidenceReport(
        Instant verifiedAt,
        long checked,
        long bad,
        @Nullable BadRow firstBad,
        List<BadRow> badRows,
        List<ChangedText> changedTexts,
        Map<Integer, String> heads) {

    boolean intact() {
        return bad == 0 && changedTexts.isEmpty();
    }

    /** @param evidenceId absent where a row is missing altogether */
    record BadRow(int shard, long sequence, @Nullable UUID evidenceId, Fault fault) {}

    record ChangedText(UUID documentId, int version) {}

    enum Fault {
        /** The row's contents are not those that were hashed. */
        CONTENT_CHANGED,
        /** Contents and hash fit, the service's signature does not: written by somebody without the key. */
        SIGNATURE_WRONG,
        /** The row does not follow the one before it. */
        CHAIN_BROKEN,
        /** One or more rows before this one are gone. */
        ROWS_MISSING,
        /** The chain ends before or behind the place its head names. */
        HEAD_WRONG
    }
}
