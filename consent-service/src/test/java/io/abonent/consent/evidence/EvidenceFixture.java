package io.abonent.consent.evidence;

import io.abonent.platform.event.Ids;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

final class EvidenceFixture {
    static final String KEY = key(1);

    private EvidenceFixture() {}

    static String key(int fill) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }

    static EvidenceSeal seal(String key, String... retired) {
        return new EvidenceSeal(new EvidenceProperties(key, List.of(retired), LocalTime.MIDNIGHT));
    }

    /** A whole chain of shard 3, as it would be written. */
    static List<EvidenceRecord> chain(int length, EvidenceSeal seal) {
        List<EvidenceRecord> chain = new ArrayList<>();
        String previous = "0".repeat(64);
        for (int sequence = 1; sequence <= length; sequence++) {
            EvidenceRecord next = seal.seal(record(sequence, previous, seal.keyId()));
            chain.add(next);
            previous = next.evidenceHash();
        }
        return chain;
    }

    static EvidenceRows.Head head(List<EvidenceRecord> chain) {
        EvidenceRecord last = chain.getLast();
        return new EvidenceRows.Head(3, last.sequence(), last.evidenceHash());
    }

    static EvidenceRecord record(long sequence, String previous, String keyId) {
        Instant now = Instant.parse("2026-11-02T09:17:41.502317Z").plusSeconds(sequence);
        return new EvidenceRecord(
                Ids.next(),
                "SIGNATURE",
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.fromString("0198c000-0000-7000-8000-0000000000c1"),
                1,
                "a".repeat(64),
                "PERSONAL_DATA",
                now.minusSeconds(40),
                now,
                "PASSWORD",
                now.minusSeconds(90),
                "session-" + sequence,
                "local-demo",
                "127.0.0.1",
                "Mozilla/5.0 (X11; Linux x86_64)",
                "ru",
                1,
                "b".repeat(64),
                "+7 *** ***-11-11",
                3,
                sequence,
                keyId,
                previous,
                "",
                "");
    }
}
