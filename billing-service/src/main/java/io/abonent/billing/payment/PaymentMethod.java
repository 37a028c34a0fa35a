package io.abonent.billing.payment;

public enum PaymentMethod {
    CARD,
    SBP
}
