package io.abonent.bench.poison;

import io.abonent.bench.checker.Finding;
import io.abonent.bench.checker.Finding.Fault;
import io.abonent.bench.fault.Recovery;
import io.abonent.bench.house.House;
import io.abonent.bench.run.Besides;
import io.abonent.bench.run.Options;
import io.abonent.bench.witness.Crowd;
import io.abonent.bench.world.DeadLetter;
import io.abonent.bench.world.Planted;
import io.abonent.bench.world.Records;
import io.abonent.contracts.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends poison while the crowd acts, a good record right behind each, and knows what has to become of both. */
public final class Poisoning implements Besides {

    private static final Logger log = LoggerFactory.getLogger(Poisoning.class);
    private static final String GOOD_BEHIND = "poison to good record behind it";
    private static final double SECONDS_MAX = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** For the first good record of every topic, and then for all of them. */
    private static final Duration LONGEST = Duration.ofMinutes(20);

    private final List<Poison> plan;
    private final long gapMs;
    private final Set<String> origins = ConcurrentHashMap.newKeySet();
    private final List<DeadLetter> owed = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Recovery> recoveries = new ArrayList<>();
    private final Map<String, Integer> done = new TreeMap<>();
    private @Nullable House house;
    private @Nullable Thread sending;

    private Poisoning(List<Poison> plan, long gapMs) {
        this.plan = plan;
        this.gapMs = gapMs;
    }

    public static Poisoning by(Options options) {
        List<Poison> plan = Poison.plan(options.number("seed", 1), options.number("records", 200), Topic.PARTITIONS);
        return new Poisoning(plan, (long) (options.decimal("gap", 0.5) * 1_000));
    }

    @Override
    public void houseIsUp(House started, Path directory) {
        this.house = started;
        this.sending = Thread.ofPlatform().name("poison").daemon().start(() -> {
            try {
                send("localhost:" + started.brokerPort());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                note(new Finding(Fault.LEFT_OVER, "the poison could not be sent: " + e.getCause()));
            }
        });
    }

    private void send(String broker) throws InterruptedException, ExecutionException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker, "acks", "all", "linger.ms", "0", "max.request.size", "2000000");
        try (Escorts escorts = new Escorts(broker, origins);
                Progress progress = new Progress(broker);
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            Deque<Poison> left = new ArrayDeque<>(plan);
            long deadline = System.nanoTime() + LONGEST.toNanos();
            while (!left.isEmpty() && System.nanoTime() < deadline) {
                Thread.sleep(gapMs);
                Poison poison = left.removeFirst();
                if (!sent(poison, escorts, progress, producer)) {
                    left.addLast(poison);
                }
            }
            if (!left.isEmpty()) {
                note(new Finding(Fault.LEFT_OVER, left.size() + " poison records were not sent"));
            }
            judge(progress.whenAllAreDone(PATIENCE));
        }
    }

    /** @return false if nothing good was on the topic yet */
    private boolean sent(Poison poison, Escorts escorts, Progress progress, KafkaProducer<byte[], byte[]> producer)
            throws ExecutionException, InterruptedException {
        List<Reader> readers = Reader.of(poison.mould().topic());
        Optional<ConsumerRecord<byte[], byte[]>> good = escorts.behind(poison.topic(), poison.partition());
        if (good.isEmpty() && !readers.isEmpty()) {
            return false;
        }
        int partition = good.map(ConsumerRecord::partition).orElse(poison.partition());
        RecordMetadata there = producer.send(poison.to(partition)).get();
        plant(poison, readers, there);
        if (good.isPresent()) {
            ConsumerRecord<byte[], byte[]> record = good.get();
            RecordMetadata behind = producer.send(new ProducerRecord<>(
                            record.topic(), partition, record.key(), record.value(), record.headers()))
                    .get();
            for (Reader reader : readers) {
                progress.await(
                        reader, poison.ailment(), new TopicPartition(record.topic(), partition), behind.offset());
            }
        }
        return true;
    }

    private synchronized void plant(Poison poison, List<Reader> readers, RecordMetadata there) {
        String origin = Records.origin(there.topic(), there.partition(), there.offset());
        origins.add(origin);
        done.merge("POISON " + poison.topic(), 1, Integer::sum);
        if (poison.ailment().isDeadly()) {
            readers.forEach(reader -> owed.add(new DeadLetter(
                    reader.service(),
                    reader.consumer(),
                    origin,
                    poison.ailment().name())));
        }
    }

    private synchronized void note(Finding finding) {
        findings.add(finding);
    }

    private synchronized void judge(List<Progress.Age> ages) {
        for (Progress.Age age : ages) {
            recoveries.add(new Recovery(GOOD_BEHIND, age.reader().service(), age.seconds()));
            if (age.seconds() > SECONDS_MAX) {
                findings.add(new Finding(Fault.LATE, "a good record behind " + age));
            }
        }
        log.info("{} poison records sent, {} dead letters owed for them", origins.size(), owed.size());
    }

    @Override
    public void loadMayEnd() throws InterruptedException {
        Objects.requireNonNull(sending).join();
    }

    @Override
    public synchronized Planted planted() {
        return new Planted(Set.copyOf(origins), List.copyOf(owed));
    }

    @Override
    public List<Finding> afterwards(Crowd crowd) throws IOException, InterruptedException, SQLException {
        List<Finding> all = new ArrayList<>(findings);
        House started = Objects.requireNonNull(house);
        all.addAll(new Redrive(started).of(planted().owed()));
        all.addAll(new SessionNews(started).of(crowd.members(1).getFirst()));
        return all;
    }

    @Override
    public synchronized Map<String, Integer> done() {
        return new TreeMap<>(done);
    }

    @Override
    public synchronized List<Recovery> recoveries() {
        return List.copyOf(recoveries);
    }
}
