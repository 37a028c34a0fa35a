package io.abonent.gateway.service;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names one wish of a person. It is made when the form is drawn and travels in it, so that a double click, a repeated
 * POST and a second try after an unknown outcome are the same wish.
 */
public record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{8,128}");

    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an idempotency key");
        }
    }

    public static IdempotencyKey fresh() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    /** As in the header and in the form. */
    @Override
    public String toString() {
        return value;
    }
}
