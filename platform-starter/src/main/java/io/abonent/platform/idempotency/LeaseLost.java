package io.abonent.platform.idempotency;

/** This request slept past its lease and another took over: what it did is rolled back. */
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost() {
        super("Another request with the same Idempotency-Key has taken over", null, false, false);
    }
}
