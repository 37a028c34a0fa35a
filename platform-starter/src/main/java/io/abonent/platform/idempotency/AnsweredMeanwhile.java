package io.abonent.platform.idempotency;

/** Somebody else with the same key and body was faster; what this request did is rolled back, and it answers the same. */
final class AnsweredMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient StoredAnswer answer;

    AnsweredMeanwhile(StoredAnswer answer) {
        super(null, null, false, false);
        this.answer = answer;
    }

    StoredAnswer answer() {
        return answer;
    }
}
