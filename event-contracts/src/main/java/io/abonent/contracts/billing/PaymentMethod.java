package io.abonent.contracts.billing;

public enum PaymentMethod {
    CARD,
    /** The Faster Payments System, by QR code. */
    SBP
}
