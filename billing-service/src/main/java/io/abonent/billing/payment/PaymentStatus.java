package io.abonent.billing.payment;

/** See the picture in the module's README. */
enum PaymentStatus {
    /** Written down; the provider has not been asked, or its answer was not saved. */
    CREATED,
    /** The provider waits for the customer. */
    PENDING,
    /** Asked, and no believable answer: the provider will be asked until it says what is true. */
    UNKNOWN,
    PAID,
    /** Every supplier has credited its part. */
    POSTED,
    FAILED,
    EXPIRED,
    CANCELLED;

    boolean isOpen() {
        return switch (this) {
            case CREATED, PENDING, UNKNOWN -> true;
            case PAID, POSTED, FAILED, EXPIRED, CANCELLED -> false;
        };
    }

    boolean isPaid() {
        return this == PAID || this == POSTED;
    }
}
