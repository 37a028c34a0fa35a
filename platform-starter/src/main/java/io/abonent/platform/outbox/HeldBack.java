package io.abonent.platform.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Keys and topics the relay leaves alone for a while. Known to the leader only: the next one finds out by itself. */
final class HeldBack {

    private final Map<UUID, Long> keysUntil = new HashMap<>();
    private final Map<String, Long> topicsUntil = new HashMap<>();
    private final Map<Long, Integer> attempts = new HashMap<>();

    void release(long nowNanos) {
        keysUntil.values().removeIf(until -> until - nowNanos <= 0);
        topicsUntil.values().removeIf(until -> until - nowNanos <= 0);
    }

    void hold(UUID key, long nowNanos, Duration pause) {
        keysUntil.put(key, nowNanos + pause.toNanos());
    }

    void hold(String topic, long nowNanos, Duration pause) {
        topicsUntil.put(topic, nowNanos + pause.toNanos());
    }

    int attempt(long rowId) {
        return attempts.merge(rowId, 1, Integer::sum);
    }

    void forget(long rowId) {
        attempts.remove(rowId);
    }

    Collection<UUID> keys() {
        return keysUntil.keySet();
    }

    Collection<String> topics() {
        return topicsUntil.keySet();
    }
}
