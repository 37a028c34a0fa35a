package io.abonent.platform.outbox;

/** This term of leadership cannot go on with its producer. */
final class RelayBroken extends Exception {

    private static final long serialVersionUID = 1L;

    RelayBroken(Exception cause) {
        super(cause);
    }
}
