package io.abonent.platform.consume;

import org.jspecify.annotations.Nullable;

/** The broker did not acknowledge a dead letter: the record must not be passed over. */
final class DeadLetterNotWritten extends Exception {

    private static final long serialVersionUID = 1L;

    DeadLetterNotWritten(String topic, @Nullable Throwable cause) {
        super(topic + ": " + cause, cause);
    }
}
