package io.abonent.bench.history;

/** What a customer may ask for. */
public enum Kind {
    /** Has no key (docs/decisions/0005): a lost answer makes a second registration, which supersedes the first. */
    REGISTER(false),
    CONFIRM(true),
    /** Each time a session of its own. */
    SIGN_IN(false),
    SIGN_CONSENT(true),
    LINK(true),
    QUOTE(true),
    PAY(true),
    SUBMIT_READING(true),
    OPEN_TICKET(true);

    private final boolean once;

    Kind(boolean once) {
        this.once = once;
    }

    /** Whether all attempts together, also those under other keys, may have one effect at most. */
    public boolean once() {
        return once;
    }
}
