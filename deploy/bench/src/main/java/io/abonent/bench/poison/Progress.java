package io.abonent.bench.poison;

import io.abonent.bench.world.ConsumerGroups;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How old a good record is when a group has worked on it, seen from outside: its offset is behind it then. */
final class Progress implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Progress.class);
    private static final long LOOK_MS = 100;

    private final Admin admin;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Age> ages = new ArrayList<>();
    private final Thread watching;
    private volatile boolean closing;

    Progress(String bootstrapServers) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.watching = Thread.ofVirtual().name("progress").start(this::watch);
    }

    /** A good record of a group, behind something else. */
    private record Waiting(Reader reader, Ailment behind, TopicPartition partition, long offset, long sentNanos) {}

    /** How long it took. */
    record Age(Reader reader, Ailment behind, double seconds) {}

    void await(Reader reader, Ailment behind, TopicPartition partition, long offset) {
        synchronized (waiting) {
            waiting.add(new Waiting(reader, behind, partition, offset, System.nanoTime()));
        }
    }

    private void watch() {
        try {
            while (!closing) {
                look();
                Thread.sleep(LOOK_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        Map<String, Map<TopicPartition, OffsetAndMetadata>> read = new HashMap<>();
        try {
            for (String group : groups()) {
                read.put(group, ConsumerGroups.read(admin, group));
            }
        } catch (ExecutionException | TimeoutException e) {
            log.warn("Nobody knows how far the groups are: {}", e.toString());
            return;
        }
        long now = System.nanoTime();
        synchronized (waiting) {
            for (Iterator<Waiting> all = waiting.iterator(); all.hasNext(); ) {
                Waiting one = all.next();
                OffsetAndMetadata position =
                        read.getOrDefault(one.reader().group(), Map.of()).get(one.partition());
                if (position != null && position.offset() > one.offset()) {
                    ages.add(new Age(one.reader(), one.behind(), (now - one.sentNanos()) / 1e9));
                    all.remove();
                }
            }
        }
    }

    private Set<String> groups() {
        synchronized (waiting) {
            return waiting.stream().map(one -> one.reader().group()).collect(Collectors.toSet());
        }
    }

    /** When nobody is waited for any more, or it has taken too long; who is still waited for has an age, too. */
    List<Age> whenAllAreDone(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline && !groups().isEmpty()) {
            Thread.sleep(LOOK_MS);
        }
        synchronized (waiting) {
            List<Age> all = new ArrayList<>(ages);
            waiting.forEach(
                    one -> all.add(new Age(one.reader(), one.behind(), (System.nanoTime() - one.sentNanos()) / 1e9)));
            return all;
        }
    }

    @Override
    public void close() {
        closing = true;
        watching.interrupt();
        admin.close();
    }
}
