package io.abonent.consent.document;

import java.time.Instant;

/** One version of a document without its text. */
public record Edition(int number, String title, String sha256, Instant publishedAt, Instant requiredFrom) {}
