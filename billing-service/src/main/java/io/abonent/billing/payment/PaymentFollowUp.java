package io.abonent.billing.payment;

/** What happens after money came in; called inside that transaction, so it only puts work down. */
public interface PaymentFollowUp {

    void paid(PaidPart part);
}
