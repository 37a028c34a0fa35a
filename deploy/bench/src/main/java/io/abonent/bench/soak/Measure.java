package io.abonent.bench.soak;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is looked at again and again. */
enum Measure {
    RESIDENT("resident MB", 8),
    HEAP("heap after a collection MB", 4),
    THREADS("threads", 4),
    FILES("open files", 8),
    CONNECTIONS("JDBC connections", 2),
    TABLE("kB with indexes", 512),
    DEAD_ROWS("dead rows", 2_000);

    private static final Map<String, String> RIGHTFUL = Map.of(
            "inbox",
            "ids of events are kept for abonent.inbox.retention (40 d), longer than topics keep records",
            "http_idempotency",
            "answers are kept for abonent.idempotency.keep (24 h)");

    private final String words;
    private final double least;

    /** @param least a difference below it is nothing, whatever the share */
    Measure(String words, double least) {
        this.words = words;
        this.least = least;
    }

    String words() {
        return words;
    }

    double least() {
        return least;
    }

    /** @return why it may grow within hours; null if it may not */
    @Nullable
    String rightful(String subject) {
        if (this == TABLE) {
            return RIGHTFUL.get(subject.substring(subject.indexOf(' ') + 1));
        }
        return this == DEAD_ROWS
                ? "tables grow, and autovacuum comes when a share of one is dead: the last third may lie before its turn"
                : null;
    }
}
