package io.abonent.bench.speed;

import io.abonent.bench.world.Records;
import io.abonent.contracts.EventHeaders;
import io.abonent.contracts.Topic;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * G3: from the moment an event is made, inside the transaction and before its commit, until a consumer has it; changed
 * profiles at a steady rate, over HTTP. At 300/s, which the design asks for, the whole house shares two cores with who asks; at
 * a third of it there is air.
 */
final class EventLatency implements Rows {

    private static final List<Integer> PER_SECOND = List.of(100, 300);
    private static final double P50_MS = 4;
    private static final double P99_MS = 20;

    private final Calls calls;
    private final String broker;
    private final Duration time;
    private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean done;

    EventLatency(Calls calls, int brokerPort, Duration time) {
        this.calls = calls;
        this.broker = "localhost:" + brokerPort;
        this.time = time;
    }

    @Override
    public List<Line> measure() throws IOException, InterruptedException {
        Thread reading = Thread.ofPlatform().name("reading").start(this::read);
        try {
            List<Line> lines = new ArrayList<>();
            for (int perSecond : PER_SECOND) {
                calls.renew();
                lines.add(line(perSecond));
            }
            return lines;
        } finally {
            done = true;
            reading.join();
        }
    }

    private Line line(int perSecond) throws IOException, InterruptedException {
        Steady steady = new Steady(calls.members(), perSecond, time);
        steady.of(calls::rename);
        millis.clear();
        double rate = steady.of(calls::rename).perSecond();
        Latencies events;
        synchronized (millis) {
            events = new Latencies(millis, rate);
        }
        double p50 = events.quantile(0.50);
        double p99 = events.quantile(0.99);
        return new Line(
                "G3",
                "event made → consumer; asked for %d/s, reached %.0f/s".formatted(perSecond, rate),
                String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms", p50, p99),
                "",
                "",
                String.format(Locale.ROOT, "p50 ≤ %.0f ms, p99 ≤ %.0f ms", P50_MS, P99_MS),
                p50 <= P50_MS && p99 <= P99_MS);
    }

    private void read() {
        try (KafkaConsumer<byte[], byte[]> consumer = Records.consumer(broker)) {
            List<TopicPartition> partitions = Records.partitions(Topic.IDENTITY_USER);
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            while (!done) {
                consumer.poll(Duration.ofMillis(100)).forEach(found -> millis.add(age(found)));
            }
        }
    }

    private static double age(ConsumerRecord<?, ?> found) {
        Instant made = Instant.parse(Records.header(found, EventHeaders.TIME));
        return Duration.between(made, Instant.now()).toNanos() / 1e6;
    }
}
