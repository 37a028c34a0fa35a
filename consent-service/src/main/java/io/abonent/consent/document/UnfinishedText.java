package io.abonent.consent.document;

/** A text without a title or with a placeholder nobody fills: it must never be published. */
final class UnfinishedText extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    UnfinishedText(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
