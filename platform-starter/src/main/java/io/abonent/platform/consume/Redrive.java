package io.abonent.platform.consume;

import io.abonent.platform.inbox.Inbox;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives dead letters back to the consumer that could not take them, when its fault is mended. The note that it was done
 * is written with the effect, so doing it twice, or twice at once, is doing it once.
 */
final class Redrive {

    private static final Logger log = LoggerFactory.getLogger(Redrive.class);
    private static final String NOTE = "dead-letter-redrive";

    private final DeadLetterReader letters;
    private final DispatchingConsumers consumers;
    private final Inbox inbox;
    private final JdbcClient jdbc;

    Redrive(DeadLetterReader letters, DispatchingConsumers consumers, Inbox inbox, JdbcClient jdbc) {
        this.letters = letters;
        this.consumers = consumers;
        this.inbox = inbox;
        this.jdbc = jdbc;
    }

    List<DeadLetter.View> list() {
        return letters.all().stream().map(letter -> letter.view(isDone(letter))).toList();
    }

    /** @param number only this one; null for all, in their order */
    Result redrive(@Nullable Long number) {
        int redriven = 0;
        int before = 0;
        int failed = 0;
        for (DeadLetter letter : letters.all()) {
            if (number != null && number != letter.offset()) {
                continue;
            }
            switch (redrive(letter)) {
                case DONE -> redriven++;
                case DONE_BEFORE -> before++;
                case FAILED -> failed++;
            }
        }
        return new Result(redriven, before, failed);
    }

    private Outcome redrive(DeadLetter letter) {
        Optional<EventDispatcher> consumer = consumers.find(letter.consumer());
        if (consumer.isEmpty() || letter.valueOmitted()) {
            log.warn("Dead letter {} has no consumer here any more, or no value", letter.offset());
            return Outcome.FAILED;
        }
        try {
            boolean now =
                    inbox.runOnce(NOTE, letter.redriveId(), () -> consumer.get().accept(letter.message()));
            return now ? Outcome.DONE : Outcome.DONE_BEFORE;
        } catch (RuntimeException e) {
            log.warn("Dead letter {} fails again: {}", letter.offset(), e.toString());
            return Outcome.FAILED;
        }
    }

    private boolean isDone(DeadLetter letter) {
        UUID id = letter.redriveId();
        return jdbc.sql("select exists (select 1 from inbox where consumer = :note and event_id = :id)")
                .param("note", NOTE)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private enum Outcome {
        DONE,
        DONE_BEFORE,
        FAILED
    }

    record Result(int redriven, int redrivenBefore, int failed) {}
}
