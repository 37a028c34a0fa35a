package io.abonent.platform.guard;

/** The owner of a fact gave no answer in time, or was not asked because it gives none. The same request may succeed soon. */
public final class OwnerSilent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OwnerSilent(String question) {
        super("no answer to " + question, null, false, false);
    }
}
