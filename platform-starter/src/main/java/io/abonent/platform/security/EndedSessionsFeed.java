package io.abonent.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.abonent.contracts.EventHeaders;
import io.abonent.contracts.EventType;
import io.abonent.contracts.Topic;
import io.abonent.contracts.identity.SessionEnded;
import io.abonent.platform.event.EventCodec;
import io.abonent.platform.event.UnreadableEvent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sessions that ended while their access tokens may still be around (F-76). Every process reads all partitions for
 * itself, without a group, from as far back as a token can live: a restart forgets nothing. While the broker is away a
 * token is good until it expires, as it would be without this feed.
 */
final class EndedSessionsFeed implements RevokedSessions, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EndedSessionsFeed.class);
    private static final String TOPIC = Topic.IDENTITY_SESSION.topicName();
    private static final String SESSION_ENDED = EventType.of(SessionEnded.class).wireName();
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int MOST_REMEMBERED = 1_000_000;

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final EventCodec codec;
    private final Clock clock;
    private final Duration lookBack;
    private final Cache<String, Instant> ended;
    /** Opened by {@link #stop}: ends a pause at once. */
    private volatile CountDownLatch stopping = new CountDownLatch(1);

    private volatile boolean running;
    private volatile @Nullable Consumer<byte[], byte[]> current;
    private @Nullable Thread thread;

    /** @param lookBack at least as long as an access token lives, leeway included */
    EndedSessionsFeed(Supplier<Consumer<byte[], byte[]>> consumers, EventCodec codec, Clock clock, Duration lookBack) {
        this.consumers = consumers;
        this.codec = codec;
        this.clock = clock;
        this.lookBack = lookBack;
        this.ended = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .ticker(clockTicker(clock))
                .expireAfterWrite(lookBack)
                .build();
    }

    private static Ticker clockTicker(Clock clock) {
        return () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    @Override
    public boolean revoked(String sessionId) {
        return ended.getIfPresent(sessionId) != null;
    }

    @Override
    public void start() {
        running = true;
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("ended-sessions").daemon().start(this::follow);
    }

    private void follow() {
        boolean told = false;
        while (running) {
            try (Consumer<byte[], byte[]> consumer = consumers.get()) {
                current = consumer;
                readFrom(consumer, clock.instant().minus(lookBack));
                told = false;
                while (running) {
                    consumer.poll(POLL).forEach(this::note);
                }
            } catch (WakeupException stopped) {
                return;
            } catch (KafkaException away) {
                if (!told) {
                    LOG.warn("Ended sessions are not heard of for now: {}", away.toString());
                    told = true;
                }
                pause();
            }
        }
    }

    private static void readFrom(Consumer<byte[], byte[]> consumer, Instant since) {
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(info -> new TopicPartition(TOPIC, info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no topic " + TOPIC);
        }
        consumer.assign(partitions);
        Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(
                partitions.stream().collect(Collectors.toMap(one -> one, one -> since.toEpochMilli())));
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp start = starts.get(partition);
            consumer.seek(partition, start == null ? ends.getOrDefault(partition, 0L) : start.offset());
        }
    }

    private void note(ConsumerRecord<byte[], byte[]> record) {
        Header type = record.headers().lastHeader(EventHeaders.TYPE);
        // A header may lack its value; whatever is thrown here would end the thread, and with it all news.
        if (type == null || type.value() == null || record.value() == null || !SESSION_ENDED.equals(text(type))) {
            return;
        }
        try {
            SessionEnded event = codec.read(SessionEnded.class, record.value());
            ended.put(event.sessionId().toString(), event.endedAt());
        } catch (UnreadableEvent unreadable) {
            LOG.error("{}-{}@{}: {}", TOPIC, record.partition(), record.offset(), unreadable.getMessage());
        }
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private void pause() {
        try {
            stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        stopping.countDown();
        Consumer<byte[], byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
        Thread reader = thread;
        if (reader != null) {
            try {
                reader.join(PAUSE.plus(POLL));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
