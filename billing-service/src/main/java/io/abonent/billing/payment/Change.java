package io.abonent.billing.payment;

/** What the provider's word did to a payment. */
sealed interface Change {

    /** Nothing new: a repeated, late or outdated word. */
    record Nothing() implements Change {}

    /** The provider waits for the customer. */
    record Awaiting() implements Change {}

    /** @param late the customer was told before that it had failed */
    record Paid(boolean late) implements Change {}

    record Failed() implements Change {}

    /**
     * Money of a paid payment went back.
     *
     * @param minor how much since the last word
     */
    record Refunded(long minor) implements Change {}

    /** The word cannot be true of this payment: nothing is posted, operations are told, the provider is asked again. */
    record Doubtful(String what) implements Change {}
}
