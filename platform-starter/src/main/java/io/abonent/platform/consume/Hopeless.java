package io.abonent.platform.consume;

import java.sql.SQLException;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/**
 * Failures that lie in the event's own values, however often it comes: a zone that does not exist, a time after the end of
 * all times, a text that the database cannot hold. Tried for ever they would hold up everything behind them.
 */
final class Hopeless {

    /** SQLSTATE class 22, data exception: NUL in a text, too long, out of range. */
    private static final String DATA_EXCEPTION = "22";

    private static final int DEPTH_MAX = 20;

    private Hopeless() {}

    static boolean is(RuntimeException failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH_MAX; depth++) {
            if (cause instanceof DateTimeException || cause instanceof ArithmeticException || isDataException(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isDataException(Throwable cause) {
        return cause instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().startsWith(DATA_EXCEPTION);
    }
}
