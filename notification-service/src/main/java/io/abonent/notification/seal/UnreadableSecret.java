package io.abonent.notification.seal;

/** Sealed for another key, damaged, or of another shape: trying again cannot help. */
public final class UnreadableSecret extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableSecret(String what) {
        super("unreadable sealed secret: " + what);
    }
}
