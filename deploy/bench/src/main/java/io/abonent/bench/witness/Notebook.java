package io.abonent.bench.witness;

import io.abonent.bench.history.Command;
import io.abonent.bench.history.Kind;
import io.abonent.bench.history.Outcome;
import io.abonent.bench.history.Verdict;
import io.abonent.bench.history.WitnessJournal;
import io.abonent.bench.witness.Client.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Writes down, sends, and sends again under the same key until the house has said yes or no. */
final class Notebook {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(150);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final WitnessJournal journal;
    private final Duration patience;
    private final Clock clock;
    private final AtomicLong ids = new AtomicLong();
    private final LongAdder acknowledged = new LongAdder();

    Notebook(WitnessJournal journal, Duration patience, Clock clock) {
        this.journal = journal;
        this.patience = patience;
        this.clock = clock;
    }

    /** What an answer means. */
    sealed interface Meaning {
        record Yes(String effectId) implements Meaning {}

        record No() implements Meaning {}

        /** Nobody can tell yet, or the house asks to come again. */
        record Again() implements Meaning {}
    }

    interface Sender {
        Answer send(Request request) throws InterruptedException;
    }

    /** Makes out what an answer means, knowing whether an earlier attempt may have done it already. */
    interface Reader {
        Meaning read(Answer answer, boolean earlierUnknown);
    }

    record Result(Verdict verdict, Answer answer) {}

    long acknowledged() {
        return acknowledged.sum();
    }

    Result perform(String user, Kind kind, String subject, Request request, Sender sender, Reader reader)
            throws InterruptedException {
        String id = "c" + ids.incrementAndGet();
        journal.asked(new Command(id, user, kind, subject, request.key(), sha256(request.body()), clock.instant()));
        long deadline = System.nanoTime() + patience.toNanos();
        Duration pause = FIRST_PAUSE;
        boolean unknown = false;
        int attempts = 0;
        while (true) {
            attempts++;
            Answer answer = sender.send(request);
            Meaning meaning = reader.read(answer, unknown);
            if (!(meaning instanceof Meaning.Again)) {
                return told(id, meaning, answer, attempts);
            }
            unknown |= answer.status() == 0 || answer.status() >= 500;
            Duration wait = answer.retryAfter().compareTo(pause) > 0 ? answer.retryAfter() : pause;
            if (System.nanoTime() + wait.toNanos() > deadline) {
                return told(id, meaning, answer, attempts);
            }
            Thread.sleep(wait.toMillis() + ThreadLocalRandom.current().nextInt(100));
            Duration longer = pause.multipliedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
        }
    }

    private Result told(String id, Meaning meaning, Answer answer, int attempts) {
        Verdict verdict = switch (meaning) {
            case Meaning.Yes yes -> Verdict.OK;
            case Meaning.No no -> Verdict.REFUSED;
            case Meaning.Again again -> Verdict.UNKNOWN;
        };
        String effectId = meaning instanceof Meaning.Yes yes ? yes.effectId() : "";
        journal.told(new Outcome(id, verdict, answer.status(), answer.detail(), effectId, attempts, clock.instant()));
        if (verdict == Verdict.OK) {
            acknowledged.increment();
        }
        return new Result(verdict, answer);
    }

    private static String sha256(String body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
