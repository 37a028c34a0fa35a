package io.abonent.bench.witness;

/**
 * One request and its answer.
 *
 * @param status 0 when there was none
 */
public record Attempt(long startedNanos, long endedNanos, String service, int status, String detail) {

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** No answer, or one that says that the house is not well. */
    public boolean failed() {
        return status == 0 || status >= 500;
    }
}
