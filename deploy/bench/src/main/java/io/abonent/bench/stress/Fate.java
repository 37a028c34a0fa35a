package io.abonent.bench.stress;

import io.abonent.bench.speed.Unexpected;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of one request.
 *
 * @param millis from sending to the answer, or until nobody waited for it any more
 * @param failure why there was none that was expected; empty for all but {@link Kind#FAILED}
 */
record Fate(Kind kind, double millis, String failure) {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVICE_UNAVAILABLE = 503;

    enum Kind {
        /** What was asked for, in time. */
        GOOD,
        /** Work for nobody: whoever asked has gone. */
        LATE,
        /** 429 or 503, with the time to come back. */
        REFUSED,
        /** 429 or 503 without it. */
        SENT_AWAY,
        /** Anything else. */
        FAILED,
        /** The load generator had too many open requests to send this one, too. */
        NOT_SENT
    }

    /** @param trouble null if the answer was the expected one */
    static Fate of(@Nullable IOException trouble, Duration took, Duration deadline) {
        Kind kind = kind(trouble, took.compareTo(deadline) <= 0);
        return new Fate(kind, took.toNanos() / 1e6, kind == Kind.FAILED ? words(trouble) : "");
    }

    /** The same for all that failed in the same way. */
    private static String words(@Nullable IOException trouble) {
        return trouble instanceof Unexpected answer ? Integer.toString(answer.status()) : String.valueOf(trouble);
    }

    private static Kind kind(@Nullable IOException trouble, boolean inTime) {
        return switch (trouble) {
            case null -> inTime ? Kind.GOOD : Kind.LATE;
            case HttpTimeoutException _ -> Kind.LATE;
            case Unexpected answer
            when answer.status() == TOO_MANY_REQUESTS || answer.status() == SERVICE_UNAVAILABLE ->
                answer.saysWhenToComeBack() ? Kind.REFUSED : Kind.SENT_AWAY;
            default -> Kind.FAILED;
        };
    }
}
