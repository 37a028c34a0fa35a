package io.abonent.bench.fault;

import java.time.Duration;

/**
 * Something that goes wrong.
 *
 * @param at after the start of the load
 * @param victim a process, or the name of a proxied connection
 * @param length of what does not end by itself
 */
public record Mishap(Duration at, Kind kind, String victim, Duration length) {

    /** In which way. */
    public enum Kind {
        /** kill -9. */
        KILL,
        /** SIGTERM: an orderly end, as in a rolling update. */
        TERM,
        /** TERM, and what starts again is the newer build. */
        UPGRADE,
        /** TERM, and what starts again is the older build. */
        ROLL_BACK,
        /** SIGSTOP, later SIGCONT: a long pause of the whole process. */
        FREEZE,
        /** The process is killed again and again until the length is over. */
        AWAY,
        /** The next COMMIT is carried out, its answer is not delivered and the connection is cut. */
        CUT_COMMIT,
        /** Bytes crawl. */
        SLOW,
        /** Bytes vanish, connections stay open. */
        BLACK_HOLE,
        /** Connections are reset. */
        RESET,
        /** A partner does not answer. */
        PARTNER_OUTAGE,
        /** No byte more fits on the disk of the process. */
        DISK_FULL,
        /** The process is killed and finds its disk read-only. */
        DISK_READ_ONLY,
        /** The clock of the process is 50 s ahead: less than tokens are given (60 s). */
        CLOCK_AHEAD,
        /** The clock of the process is 50 s behind. */
        CLOCK_BEHIND,
        /** The clock of the process jumps back by an hour, and forth again when it is over. */
        CLOCK_JUMPS
    }

    @Override
    public String toString() {
        String end = length.isZero() ? "" : " for " + length.toMillis() + " ms";
        return "%6.1f s  %s %s%s".formatted(at.toMillis() / 1000.0, kind, victim, end);
    }
}
