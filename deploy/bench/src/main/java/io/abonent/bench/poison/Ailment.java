package io.abonent.bench.poison;

import io.abonent.contracts.EventHeaders;
import io.abonent.contracts.EventType;
import io.abonent.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.apache.kafka.common.header.Header;

/** What is wrong with a record. */
enum Ailment {
    NO_JSON((draft, random) -> {
        byte[] noise = new byte[40];
        random.nextBytes(noise);
        draft.value(noise);
        byte[] key = new byte[16];
        random.nextBytes(key);
        draft.key = key;
    }),
    HALF_OF_IT((draft, random) -> {
        byte[] json = draft.json();
        draft.value(Arrays.copyOf(json, 1 + random.nextInt(json.length - 1)));
    }),
    EMPTY((draft, _) -> draft.value(new byte[0])),
    NO_VALUE(mould -> mould.topic().cleanup() != Topic.Cleanup.COMPACT, (draft, _) -> draft.value(null)),
    OTHER_SCHEMA((draft, _) -> draft.value(Draft.bytes("{\"order\":{\"lines\":[1,2]}}"))),
    FIELD_MISSING((draft, _) -> draft.event.remove(draft.mould.id())),
    FIELD_OF_ANOTHER_TYPE((draft, _) -> draft.event.putObject("version").put("number", 1)),
    UNKNOWN_CHOICE(mould -> !mould.choice().isEmpty(), (draft, _) -> draft.event.put(draft.mould.choice(), "PLATINUM")),
    HEADER_MISSING((draft, random) -> {
        List<String> needed = List.of(
                EventHeaders.ID,
                EventHeaders.TYPE,
                EventHeaders.SUBJECT,
                EventHeaders.TIME,
                EventHeaders.AGGREGATE_VERSION);
        draft.headers.remove(needed.get(random.nextInt(needed.size())));
    }),
    HEADER_WITHOUT_VALUE((draft, _) -> draft.headers.remove(EventHeaders.TYPE).add(EventHeaders.TYPE, null)),
    HEADERS_DISAGREE((draft, _) -> draft.put(EventHeaders.AGGREGATE_VERSION, "7")),
    UNKNOWN_TYPE((draft, _) -> draft.put(EventHeaders.TYPE, "abonent.bench.NeverHeardOf.v9")),
    /** What frameworks look for in headers, as nobody should write it. */
    HEADERS_OF_FRAMEWORKS((draft, _) -> {
        draft.put("contentType", "///");
        draft.put("id", "7");
        draft.put("timestamp", "soon");
        draft.put("spring_json_header_types", "{");
        draft.value(Draft.bytes("{"));
    }),
    JUST_UNDER_THE_LIMIT((draft, _) -> draft.value(filler(draft))),
    DEEP((draft, _) -> {
        String json = new String(draft.json(), StandardCharsets.UTF_8);
        String nested = "[".repeat(Ailment.DEPTH) + "]".repeat(Ailment.DEPTH);
        draft.value(Draft.bytes("{\"deep\":" + nested + "," + json.substring(1)));
    }),
    /** An event like any other, but PostgreSQL has no such character. */
    NUL_IN_TEXT(
            mould -> !mould.texts().isEmpty(),
            (draft, _) -> draft.mould.texts().forEach(text -> draft.event.put(text, "a\u0000b"))),
    ZONE_OF_NOWHERE(
            mould -> mould.type() == EventType.SUPPLIER_PROFILE_CHANGED,
            (draft, _) -> draft.event.put("timeZone", "Atlantis/Capital")),
    /** A notice about it would expire after the end of time. */
    AT_THE_END_OF_TIME(
            mould -> mould.topic() == Topic.BILLING_PAYMENT || mould.topic() == Topic.BILLING_READING,
            (draft, _) -> draft.put(EventHeaders.TIME, Instant.MAX.toString())),

    /** A type that is in the catalogue and not on this topic has no handler: passed over, whatever its value. */
    TYPE_OF_ANOTHER_TOPIC((draft, _) -> {
        draft.put(EventHeaders.TYPE, EventType.TICKET_OPENED.wireName());
        draft.value(Draft.bytes("no ticket"));
    }),
    /** Erases what was never there. */
    TOMBSTONE_OF_NOBODY(mould -> mould.topic().cleanup() == Topic.Cleanup.COMPACT, (draft, _) -> draft.value(null));

    private static final int DEPTH = 100_000;
    /** Of a batch with everything in it: {@code message.max.bytes} of a broker that was told nothing else. */
    private static final int BROKER_LIMIT = 1_048_588;

    private static final int AROUND_A_RECORD = 160;

    private interface Spoiling {
        void spoil(Draft draft, SplittableRandom random);
    }

    @SuppressWarnings("ImmutableEnumChecker") // a lambda without a state
    private final Predicate<Mould> fits;

    @SuppressWarnings("ImmutableEnumChecker") // likewise
    private final Spoiling spoiling;

    /** Fits everywhere. */
    Ailment(Spoiling spoiling) {
        this(_ -> true, spoiling);
    }

    Ailment(Predicate<Mould> fits, Spoiling spoiling) {
        this.fits = fits;
        this.spoiling = spoiling;
    }

    boolean fits(Mould mould) {
        return fits.test(mould);
    }

    /** Whether those who read it have to put it aside; the others are passed over. */
    boolean isDeadly() {
        return compareTo(TYPE_OF_ANOTHER_TOPIC) < 0;
    }

    void spoil(Draft draft, SplittableRandom random) {
        spoiling.spoil(draft, random);
    }

    /** With what consumers add to a dead letter it would be over the limit. */
    private static byte[] filler(Draft draft) {
        int around = AROUND_A_RECORD + draft.key.length;
        for (Header header : draft.headers) {
            around += header.key().length() + header.value().length + 4;
        }
        String start = "{\"filler\":\"";
        int letters = BROKER_LIMIT - around - start.length() - 2;
        return Draft.bytes(start + "x".repeat(letters) + "\"}");
    }
}
