package io.abonent.identity.verification;

/** Expired and exhausted are not states: they follow from the clock and the number of tries. */
enum VerificationStatus {
    ISSUED,
    CONFIRMED,
    /** A newer verification of the same target has taken its place. */
    SUPERSEDED
}
