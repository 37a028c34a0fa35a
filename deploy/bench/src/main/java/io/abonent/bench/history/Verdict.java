package io.abonent.bench.history;

/** What the customer was told in the end. */
public enum Verdict {
    OK,
    REFUSED,
    UNKNOWN
}
