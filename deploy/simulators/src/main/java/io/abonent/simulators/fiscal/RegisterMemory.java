package io.abonent.simulators.fiscal;

import io.abonent.simulators.Partner;
import io.abonent.simulators.fiscal.ReceiptOrder.Receipt;
import io.abonent.simulators.journal.Journal;
import io.abonent.simulators.journal.Journals;
import io.abonent.simulators.journal.OffsetIndex;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The register's fiscal memory: numbers only grow, also across restarts, and one order gives one receipt. */
@Component
class RegisterMemory {

    private static final String RECEIPT = "receipt";
    private static final long FIRST_NUMBER = 41_873;
    private static final LocalDate FIRST_SHIFT = LocalDate.of(2026, 1, 1);

    private final Journal journal;
    private final JsonMapper json;
    private final FiscalProperties properties;
    private final Clock clock;
    private final OffsetIndex index = new OffsetIndex();
    private long lastNumber = FIRST_NUMBER;
    private int shift;
    private int numberInShift;

    RegisterMemory(Journals journals, JsonMapper json, FiscalProperties properties, Clock clock) {
        this.journal = journals.of(Partner.FISCAL);
        this.json = json;
        this.properties = properties;
        this.clock = clock;
        journal.replay(0, (entry, offset) -> note(json.treeToValue(entry.data(), FiscalDocument.class), offset));
    }

    /** The receipt of this order; a new one if there is none yet, or if the last attempt has failed. */
    FiscalDocument register(
            String operation, String externalId, Receipt receipt, @Nullable String failure, Duration extraDelay) {
        FiscalDocument document;
        synchronized (this) {
            String key = operation + ":" + externalId;
            FiscalDocument known = find("order:" + key).orElse(null);
            if (known != null && known.failure() == null) {
                return known;
            }
            String uuid = known == null ? UUID.randomUUID().toString() : known.uuid();
            document = document(uuid, externalId, operation, receipt, failure, extraDelay);
            note(document, journal.append(RECEIPT, key, document));
        }
        journal.sync();
        return document;
    }

    Optional<FiscalDocument> byUuid(String uuid) {
        return find("uuid:" + uuid);
    }

    Optional<FiscalDocument> byNumber(long number) {
        return find("number:" + number);
    }

    private FiscalDocument document(
            String uuid,
            String externalId,
            String operation,
            Receipt receipt,
            @Nullable String failure,
            Duration extraDelay) {
        Instant now = clock.instant();
        Instant readyAt = now.plus(properties.registrationDelay()).plus(extraDelay);
        int today = 1 + (int) (readyAt.atZone(properties.zone()).toLocalDate().toEpochDay() - FIRST_SHIFT.toEpochDay());
        long number = failure == null ? lastNumber + 1 : 0;
        int inShift = failure != null ? 0 : today == shift ? numberInShift + 1 : 1;
        return new FiscalDocument(
                uuid,
                externalId,
                operation,
                receipt,
                now,
                readyAt,
                number,
                failure == null ? attribute(uuid, number) : "",
                today,
                inShift,
                failure);
    }

    /** Ten digits nobody can guess from the number, always the same for the same document. */
    private static String attribute(String uuid, long number) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((uuid + ":" + number).getBytes(StandardCharsets.UTF_8));
            long value = ByteBuffer.wrap(digest).getInt() & 0xFFFFFFFFL;
            return "%010d".formatted(value);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void note(FiscalDocument document, long offset) {
        index.put("uuid:" + document.uuid(), offset);
        index.put("order:" + document.operation() + ":" + document.externalId(), offset);
        if (document.failure() == null) {
            index.put("number:" + document.number(), offset);
            lastNumber = Math.max(lastNumber, document.number());
            shift = document.shift();
            numberInShift = document.numberInShift();
        }
    }

    private Optional<FiscalDocument> find(String key) {
        var offset = index.get(key);
        return offset.isEmpty()
                ? Optional.empty()
                : Optional.of(json.treeToValue(journal.read(offset.getAsLong()).data(), FiscalDocument.class));
    }
}
