package io.abonent.bench.world;

/**
 * A message the house owes because of an event, or the attempt at it.
 *
 * @param phone where it goes, empty for a letter to support
 */
public record Notice(String sourceEventId, String phone, String kind, String state, String reason) {

    public boolean sent() {
        return state.equals("SENT") || state.equals("DELIVERED");
    }

    /** Known and decided, but no SMS is spent on it. */
    public boolean keptForALetter() {
        return state.equals("SUPPRESSED") && reason.equals("LETTER_ONLY");
    }
}
