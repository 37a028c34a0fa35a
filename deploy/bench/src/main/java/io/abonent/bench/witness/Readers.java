package io.abonent.bench.witness;

import io.abonent.bench.witness.Notebook.Meaning;
import io.abonent.bench.witness.Notebook.Reader;
import java.time.Duration;
import java.util.Set;

/** What the house's answers mean to a customer. */
final class Readers {

    /**
     * Refusals that say "not yet": the news of a signature or a link is on its way to the service that was asked, a key is
     * at work, or there were too many at once.
     */
    private static final Set<String> NOT_YET = Set.of("CONSENT_REQUIRED", "IDEMPOTENCY_RUNNING", "VERSION_CONFLICT");

    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private Readers() {}

    /** The effect's id is a field of the answer. */
    static Reader named(String field) {
        return (answer, unknown) -> {
            if (answer.ok()) {
                return new Meaning.Yes(answer.text(field));
            }
            return refused(answer, unknown);
        };
    }

    /** As {@link #named}; what was linked a moment ago may not be known everywhere yet. */
    static Reader namedOnceKnown(String field) {
        Reader reader = named(field);
        return (answer, unknown) -> answer.status() == 404 ? new Meaning.Again() : reader.read(answer, unknown);
    }

    /** A confirmation has no key: that it was done is what the second try is told. */
    static Meaning confirmed(Answer answer, boolean earlierUnknown) {
        if (answer.ok()) {
            return new Meaning.Yes(answer.text("userId"));
        }
        if (earlierUnknown && answer.detail().equals("ALREADY_CONFIRMED")) {
            return new Meaning.Yes("");
        }
        return refused(answer, earlierUnknown);
    }

    /** A batch of one: the answer's status is that of the batch. */
    static Meaning reading(Answer answer, boolean earlierUnknown) {
        if (!answer.ok()) {
            return answer.status() == 404 ? new Meaning.Again() : refused(answer, earlierUnknown);
        }
        String id = answer.body().at("/results/0/readingId").asString("");
        boolean rejected = answer.body().at("/results/0/status").asString("").equals("REJECTED");
        return id.isEmpty() || rejected ? new Meaning.No() : new Meaning.Yes(id);
    }

    /** A budget that is used up is a refusal, unless an earlier attempt may have been taken. */
    private static Meaning refused(Answer answer, boolean earlierUnknown) {
        boolean usedUp = answer.status() == 429 && answer.retryAfter().compareTo(A_WHILE) > 0;
        return (usedUp ? earlierUnknown : comeAgain(answer)) ? new Meaning.Again() : new Meaning.No();
    }

    private static boolean comeAgain(Answer answer) {
        return answer.status() == 0
                || answer.status() == 401
                || answer.status() == 429
                || answer.status() >= 500
                || NOT_YET.contains(answer.detail());
    }
}
