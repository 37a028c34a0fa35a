package io.abonent.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.contracts.EventHeaders;
import io.abonent.contracts.account.AccountLinked;
import io.abonent.platform.event.EventCodec;
import io.abonent.platform.event.Ids;
import io.abonent.platform.sample.LinkEvents;
import io.abonent.platform.sample.LinkReplica;
import io.abonent.platform.sample.SampleTest;
import io.abonent.platform.testkit.TestEvents;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;

@SampleTest
class ConsumersIT {

    private static final String TOPIC = "account.link.v1";

    @Autowired
    LinkReplica replica;

    @Autowired
    TestEvents events;

    @Autowired
    Tracer tracer;

    @Autowired
    DeadLetterEndpoint deadLetters;

    @BeforeAll
    static void patience() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    @AfterEach
    void noTrouble() {
        replica.trouble(event -> {});
    }

    @Test
    @DisplayName("F-25: an event that comes twice is applied once")
    void appliesARepeatedEventOnce() {
        UUID id = Ids.next();
        UUID eventId = Ids.next();
        AccountLinked event = LinkEvents.of(id, "flat", 1);

        events.publish(event, eventId);
        events.publish(event, eventId);
        events.publish(LinkEvents.of(id, "flat", 2));

        awaitVersion(id, 2);
        assertThat(replica.handled(id)).extracting(AccountLinked::version).containsExactly(1L, 1L, 2L);
        assertThat(replica.effects(eventId)).isEqualTo(1);
    }

    @Test
    @DisplayName("F-26, F-27: an older version that comes late does not overwrite a newer one")
    void keepsTheNewestVersion() {
        UUID id = Ids.next();

        events.publish(LinkEvents.of(id, "new", 3));
        events.publish(LinkEvents.of(id, "old", 2));

        Awaitility.await().untilAsserted(() -> assertThat(replica.handled(id)).hasSize(2));
        assertThat(replica.seen(id))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("alias", "new"));
    }

    @Test
    @DisplayName("A transient failure holds the partition: the same record again, then the next, nothing skipped")
    void retriesTheSameRecordInOrder() {
        UUID id = Ids.next();
        AtomicInteger failures = new AtomicInteger(4);
        replica.trouble(event -> {
            if (event.linkId().equals(id) && event.version() == 1 && failures.getAndDecrement() > 0) {
                throw new IllegalStateException("database is away");
            }
        });

        for (int version = 1; version <= 5; version++) {
            events.publish(LinkEvents.of(id, "v" + version, version));
        }

        awaitVersion(id, 5);
        assertThat(replica.handled(id)).extracting(AccountLinked::version).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(failures).hasNegativeValue();
    }

    @Test
    @DisplayName("F-48: between attempts it waits, each time longer, up to the limit")
    void waitsLongerAfterEachFailure() {
        UUID id = Ids.next();
        List<Long> attempts = new CopyOnWriteArrayList<>();
        replica.trouble(event -> {
            if (event.linkId().equals(id)) {
                attempts.add(System.nanoTime());
                if (attempts.size() < 7) {
                    throw new IllegalStateException("database is away");
                }
            }
        });

        events.publish(LinkEvents.of(id, "v1", 1));

        awaitVersion(id, 1);
        // 50 ms doubled each time, 1.5 s at most: never sooner, however late a busy machine is. The last ones are
        // longer than
        // the 500 ms that a consumer waits for records before it reads again.
        long[] pausesMs = {50, 100, 200, 400, 800, 1500};
        for (int attempt = 0; attempt < pausesMs.length; attempt++) {
            assertThat(attempts.get(attempt + 1) - attempts.get(attempt))
                    .as("pause %d", attempt + 1)
                    .isGreaterThanOrEqualTo(Duration.ofMillis(pausesMs[attempt]).toNanos());
        }
    }

    @Test
    @DisplayName("F-28, F-29: garbage, null, huge, unknown type and value are put aside with a reason; others go on")
    void putsPoisonAside() {
        UUID id = Ids.next();
        AccountLinked good = LinkEvents.of(id, "good", 1);
        String json = new EventCodec().write(good);

        poison("garbage", good, new byte[] {0, (byte) 0xff, 7});
        poison("json-null", good, "null".getBytes(StandardCharsets.UTF_8));
        poison("empty", good, new byte[0]);
        poison("missing-field", good, bytes(json.replace("\"userId\"", "\"userIdd\"")));
        poison("enum", good, bytes(json.replace("BASIC", "PLATINUM")));
        poison(
                "other-aggregate",
                good,
                bytes(json.replace(id.toString(), Ids.next().toString())));
        poison("huge", good, new byte[1_048_000]);
        poison("type", good, bytes(json), Map.of(EventHeaders.TYPE, "abonent.account.Unheard.v9"));
        poison("id", good, bytes(json), Map.of(EventHeaders.ID, "not-a-uuid"));
        poison(
                "for-frameworks",
                good,
                bytes("{"),
                Map.of("contentType", "///", "id", "7", "timestamp", "soon", "spring_json_header_types", "{"));
        events.publishRaw(TOPIC, id.toString(), bytes(json), Map.of("case", "no-headers"));
        events.publish(good);

        awaitVersion(id, 1);
        Awaitility.await().untilAsserted(() -> assertThat(letters(id)).hasSize(11));
        assertThat(letters(id)).allSatisfy(letter -> {
            assertThat(letter.consumer()).isEqualTo("linkEvents");
            assertThat(letter.topic()).isEqualTo(TOPIC);
            assertThat(letter.cause()).endsWith("UnreadableEvent");
            assertThat(letter.causeMessage()).isNotBlank();
            assertThat(letter.redriven()).isFalse();
        });
    }

    @Test
    @DisplayName("F-28: an event whose text no database can hold is put aside; its partition goes on")
    void putsAsideWhatCannotBeStored() {
        UUID id = Ids.next();

        events.publish(LinkEvents.of(id, "a\u0000b", 1));
        events.publish(LinkEvents.of(id, "storable", 2));

        awaitVersion(id, 2);
        assertThat(letters(id))
                .singleElement()
                .satisfies(letter -> assertThat(letter.causeMessage()).isNotBlank());
    }

    @Test
    @DisplayName("F-29: a field that a newer producer adds is ignored")
    void ignoresUnknownFields() {
        AccountLinked event = LinkEvents.of(Ids.next(), "more", 1);
        String json = new EventCodec().write(event).replaceFirst("\\{", "{\"addedLater\":{\"a\":[1]},");

        events.publishRaw(TOPIC, event.linkId().toString(), bytes(json), TestEvents.headers(event, Ids.next()));

        awaitVersion(event.linkId(), 1);
    }

    @Test
    @DisplayName("A tombstone of a compacted topic reaches its handler")
    void erasesByTombstone() {
        UUID id = Ids.next();
        events.publish(LinkEvents.of(id, "gone", 1));
        awaitVersion(id, 1);

        events.publishRaw(TOPIC, id.toString(), null, Map.of());

        Awaitility.await().untilAsserted(() -> assertThat(replica.seen(id)).isEmpty());
    }

    @Test
    @DisplayName("F-28: a permanent failure is put aside at once; redriven twice it has its effect once")
    void redrivesADeadLetterOnce() {
        UUID id = Ids.next();
        replica.trouble(event -> {
            if (event.linkId().equals(id)) {
                throw new PermanentFailure("no such supplier here");
            }
        });
        UUID eventId = events.publish(LinkEvents.of(id, "later", 1));
        Awaitility.await().untilAsserted(() -> assertThat(letters(id)).hasSize(1));
        DeadLetter.View letter = letters(id).getFirst();
        assertThat(letter.causeMessage()).isEqualTo("no such supplier here");

        assertThat(deadLetters.redrive(letter.number()).failed())
                .as("its fault is not mended")
                .isEqualTo(1);
        replica.trouble(event -> {});
        assertThat(deadLetters.redrive(letter.number())).isEqualTo(new Redrive.Result(1, 0, 0));
        assertThat(deadLetters.redrive(letter.number())).isEqualTo(new Redrive.Result(0, 1, 0));

        assertThat(replica.handled(id)).hasSize(1);
        assertThat(replica.effects(eventId)).isEqualTo(1);
        assertThat(letters(id).getFirst().redriven()).isTrue();
    }

    @Test
    @DisplayName("The trace of the producer's request goes on in the handler, and the log knows the event")
    void continuesTheTrace() {
        AccountLinked event = LinkEvents.of(Ids.next(), "traced", 1);
        String traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
        Map<String, String> seen = new ConcurrentHashMap<>();
        replica.trouble(handled -> {
            Span span = tracer.currentSpan();
            if (handled.equals(event) && span != null) {
                seen.put("trace", span.context().traceId());
                seen.putAll(MDC.getCopyOfContextMap());
            }
        });
        Map<String, String> headers = new HashMap<>(TestEvents.headers(event, Ids.next()));
        headers.put(EventHeaders.TRACE_PARENT, "00-" + traceId + "-00f067aa0ba902b7-01");

        events.publishRaw(TOPIC, event.linkId().toString(), bytes(new EventCodec().write(event)), headers);

        awaitVersion(event.linkId(), 1);
        assertThat(seen)
                .containsEntry("trace", traceId)
                .containsEntry("consumer", "linkEvents")
                .containsEntry("aggregateId", event.linkId().toString())
                .containsEntry("eventType", "abonent.account.AccountLinked.v1")
                .containsEntry("eventId", headers.get(EventHeaders.ID));
    }

    private void poison(String name, AccountLinked good, byte[] value) {
        poison(name, good, value, Map.of());
    }

    private void poison(String name, AccountLinked good, byte[] value, Map<String, String> spoiled) {
        Map<String, String> headers = new HashMap<>(TestEvents.headers(good, Ids.next()));
        headers.put("case", name);
        headers.putAll(spoiled);
        events.publishRaw(TOPIC, good.linkId().toString(), value, headers);
    }

    private List<DeadLetter.View> letters(UUID id) {
        return deadLetters.list().getOrDefault("items", List.of()).stream()
                .filter(letter -> id.equals(letter.aggregateId()))
                .toList();
    }

    private void awaitVersion(UUID id, long version) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(replica.seen(id))
                        .singleElement()
                        .satisfies(row -> assertThat(row).containsEntry("version", version)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
