package io.abonent.platform.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Brings committed rows to Kafka. Every process has one, one of them leads; when it is gone, or its connection is,
 * another takes over within a second. Nothing is lost in between, some rows may be sent twice: the order of first
 * appearances in the topic is the order of versions, since every leader starts at the lowest id.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration STATS_EVERY = Duration.ofSeconds(5);
    private static final Duration TROUBLE_PAUSE_MAX = Duration.ofSeconds(10);

    private final DataSource unpooled;
    private final Supplier<Map<String, Object>> kafka;
    private final OutboxProperties properties;
    private final OutboxWakeUp wakeUp;
    private final RelayState state;
    private volatile @Nullable Term term;

    OutboxRelay(
            DataSource unpooled,
            Supplier<Map<String, Object>> kafka,
            OutboxProperties properties,
            OutboxWakeUp wakeUp,
            RelayState state) {
        this.unpooled = unpooled;
        this.kafka = kafka;
        this.properties = properties;
        this.wakeUp = wakeUp;
        this.state = state;
    }

    @Override
    public synchronized void start() {
        if (term == null) {
            Term started = new Term();
            term = started;
            started.thread.start();
        }
    }

    /** After the web server and the consumers, whose last events it still brings away. */
    @Override
    public synchronized void stop() {
        Term running = term;
        if (running != null) {
            running.end();
            term = null;
        }
    }

    @Override
    public boolean isRunning() {
        return term != null;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    /** From start to stop; a restarted relay never shares anything with the one before. */
    private final class Term {

        private final Thread thread =
                Thread.ofPlatform().name("outbox-relay").daemon().unstarted(this::run);
        private final CountDownLatch stopping = new CountDownLatch(1);
        private long stopDeadlineNanos;
        private long statsAtNanos = System.nanoTime() - STATS_EVERY.toNanos();

        void end() {
            stopDeadlineNanos = System.nanoTime() + properties.shutdown().toNanos();
            stopping.countDown();
            wakeUp.wake();
            try {
                if (!thread.join(properties.shutdown().plusSeconds(5))) {
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private boolean running() {
            return stopping.getCount() > 0;
        }

        private void run() {
            state.alive(true);
            Duration pause = properties.retryPause();
            while (running()) {
                try (RelayConnection connection = RelayConnection.open(unpooled)) {
                    pause = properties.retryPause();
                    follow(connection);
                } catch (InterruptedException e) {
                    break;
                } catch (Exception e) {
                    if (running()) {
                        state.trouble();
                        log.warn("Relay interrupted, tries again in {}: {}", pause, e.toString());
                        sleep(pause);
                        pause = pause.multipliedBy(2);
                        pause = pause.compareTo(TROUBLE_PAUSE_MAX) > 0 ? TROUBLE_PAUSE_MAX : pause;
                    }
                } finally {
                    state.leading(false);
                }
            }
            state.alive(false);
        }

        private void follow(RelayConnection connection) throws Exception {
            while (running()) {
                if (connection.tryLead()) {
                    state.leading(true);
                    log.info("This process relays the outbox");
                    lead(connection);
                    return;
                }
                refreshStats(connection);
                sleep(properties.poll());
            }
        }

        private void lead(RelayConnection connection) throws Exception {
            OutboxVacuum vacuum = new OutboxVacuum(unpooled, properties.vacuumAfter());
            RelayProducer producer = RelayProducer.open(kafka.get(), properties);
            boolean orderly = false;
            try {
                RelayRound round = new RelayRound(connection, producer, properties, state, vacuum);
                relay(connection, round);
                orderly = true;
            } finally {
                if (orderly) {
                    producer.close();
                } else {
                    // What it has not sent yet must not arrive after the next leader's rows.
                    producer.abandon();
                }
            }
        }

        private void relay(RelayConnection connection, RelayRound round) throws Exception {
            while (true) {
                wakeUp.forget();
                int read = round.run(() -> watch(connection));
                refreshStats(connection);
                if (read == 0 && !running()) {
                    return;
                }
                if (read == 0) {
                    wakeUp.await(properties.poll());
                } else if (!running() && System.nanoTime() - stopDeadlineNanos > 0) {
                    return;
                } else if (read >= properties.pauseFromRows() && read < properties.batchSize()) {
                    Thread.sleep(properties.pause());
                }
            }
        }

        /** The broker may be away for hours; the database session must live, and a stop must not wait for ever. */
        private void watch(RelayConnection connection) throws SQLException, RelayBroken {
            if (!running() && System.nanoTime() - stopDeadlineNanos > 0) {
                throw new RelayBroken(new IllegalStateException("stopped while waiting for the broker"));
            }
            connection.check();
            refreshStats(connection);
        }

        private void refreshStats(RelayConnection connection) throws SQLException {
            long now = System.nanoTime();
            if (now - statsAtNanos >= STATS_EVERY.toNanos()) {
                statsAtNanos = now;
                state.stats(connection.stats());
            }
        }

        private void sleep(Duration pause) {
            try {
                if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    log.debug("Relay stops");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
