package io.abonent.bench.speed;

import io.abonent.bench.house.House;
import io.abonent.bench.witness.Member;
import io.abonent.contracts.EventHeaders;
import io.abonent.contracts.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;

/**
 * G3: from the moment an event is made, inside the transaction and before its commit, until a consumer has it; questions to
 * support at a steady rate, over HTTP.
 */
final class EventLatency {

    private static final int PER_SECOND = 300;
    private static final double P50_MS = 4;
    private static final double P99_MS = 20;

    private final Http http = new Http();
    private final House house;
    private final List<Member> members;
    private final Sides sides;
    private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean done;

    EventLatency(House house, List<Member> members, Sides sides) {
        this.house = house;
        this.members = members;
        this.sides = sides;
    }

    Line measure() throws IOException, InterruptedException {
        Thread reading = Thread.ofPlatform().name("reading").start(this::read);
        double rate;
        try {
            ask();
            millis.clear();
            rate = ask();
        } finally {
            done = true;
            reading.join();
        }
        List<Double> sorted;
        synchronized (millis) {
            sorted = millis.stream().sorted().toList();
        }
        double p50 = at(sorted, 0.50);
        double p99 = at(sorted, 0.99);
        return new Line(
                "G3",
                "event made → consumer, at %.0f/s (%d events)".formatted(rate, sorted.size()),
                String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms", p50, p99),
                "",
                "",
                String.format(Locale.ROOT, "p50 ≤ %.0f ms, p99 ≤ %.0f ms", P50_MS, P99_MS),
                p50 <= P50_MS && p99 <= P99_MS);
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) (share * (sorted.size() - 1)));
    }

    /** As many as were asked for, or as many as the machine can. */
    private double ask() throws IOException, InterruptedException {
        String tickets = house.addresses("notification").getFirst() + "/api/v1/tickets";
        AtomicLong turns = new AtomicLong();
        long start = System.nanoTime();
        Duration time = sides.time().multipliedBy(sides.rounds());
        return Rate.of(sides.workers(), time, worker -> {
                    long due = start + turns.getAndIncrement() * 1_000_000_000L / PER_SECOND;
                    long early = due - System.nanoTime();
                    if (early > 0) {
                        Thread.sleep(Duration.ofNanos(early));
                    }
                    Http.expect(
                            201,
                            http.json(
                                    tickets,
                                    JsonMapper.shared()
                                            .writeValueAsString(
                                                    Map.of("category", "OTHER", "text", "Вопрос " + UUID.randomUUID())),
                                    "Authorization",
                                    "Bearer " + members.get(worker).accessToken(),
                                    "Idempotency-Key",
                                    UUID.randomUUID().toString()));
                })
                .perSecond();
    }

    private void read() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                "localhost:" + house.brokerPort(),
                "enable.auto.commit",
                "false",
                "isolation.level",
                "read_committed");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, Topic.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(Topic.NOTIFICATION_TICKET.topicName(), partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            while (!done) {
                consumer.poll(Duration.ofMillis(100)).forEach(found -> millis.add(age(found)));
            }
        }
    }

    private static double age(ConsumerRecord<String, byte[]> found) {
        String made = new String(found.headers().lastHeader(EventHeaders.TIME).value(), StandardCharsets.UTF_8);
        return Duration.between(Instant.parse(made), Instant.now()).toNanos() / 1e6;
    }
}
