package io.abonent.platform.event;

/** Bytes that are not the event they claim to be; reading them again will not help. */
public final class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableEvent(String message) {
        super(message);
    }
}
