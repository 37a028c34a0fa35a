package io.abonent.consent.document;

/** One version of the agreement on the use of the simple electronic signature. */
public record SignatureAgreement(int version, String title, String text, String sha256) {}
