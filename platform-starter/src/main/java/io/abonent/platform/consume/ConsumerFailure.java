package io.abonent.platform.consume;

import org.jspecify.annotations.Nullable;

/** A consumer could not take an event; says which one, and whether another attempt makes sense. */
final class ConsumerFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String consumer;
    private final boolean permanent;
    private final RuntimeException failure;

    ConsumerFailure(String consumer, boolean permanent, RuntimeException failure) {
        super(consumer + ": " + failure.getClass().getSimpleName(), failure);
        this.consumer = consumer;
        this.permanent = permanent;
        this.failure = failure;
    }

    /** The frameworks in between wrap it any number of times. */
    static @Nullable ConsumerFailure in(@Nullable Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof ConsumerFailure found) {
                return found;
            }
            cause = cause.getCause();
        }
        return null;
    }

    String consumer() {
        return consumer;
    }

    boolean permanent() {
        return permanent;
    }

    RuntimeException failure() {
        return failure;
    }
}
