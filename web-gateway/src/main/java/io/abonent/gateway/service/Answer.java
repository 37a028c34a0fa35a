package io.abonent.gateway.service;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call. A page with several parts draws each from its own answer, so that one service's outage leaves the
 * rest. Two things are never an answer because they concern the whole page: the end of the session, and a consent that is
 * missing; both go on as exceptions and lead to the page that helps.
 */
public sealed interface Answer<T> {

    record Given<T>(T value) implements Answer<T> {}

    record Refused<T>(Refusal refusal) implements Answer<T> {}

    /** @param outcomeUnknown a command may have been carried out: offer to repeat it with the same key */
    record Absent<T>(Service service, boolean outcomeUnknown) implements Answer<T> {}

    static <T> Answer<T> of(Supplier<T> call) {
        try {
            return new Given<>(call.get());
        } catch (ServiceRefused e) {
            if (e.refusal().is(Refusal.CONSENT_REQUIRED)) {
                throw e;
            }
            return new Refused<>(e.refusal());
        } catch (ServiceUnavailable e) {
            return new Absent<>(e.service(), e.outcomeUnknown());
        }
    }

    /** For calls without a result. */
    static Answer<Done> of(Runnable call) {
        return of(() -> {
            call.run();
            return Done.DONE;
        });
    }

    enum Done {
        DONE
    }

    /** For templates: what was given, or nothing. */
    default @Nullable T orNull() {
        return this instanceof Given<T>(T value) ? value : null;
    }

    default boolean isGiven() {
        return this instanceof Given<T>;
    }

    default boolean isAbsent() {
        return this instanceof Absent<T>;
    }
}
