package io.abonent.gateway.reading;

import java.math.BigDecimal;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** What stands on a meter, as people type it: {@code 1 180}, {@code 01180}, {@code 1180,5}. */
sealed interface TypedReading {

    record Value(BigDecimal value) implements TypedReading {}

    record Nothing() implements TypedReading {}

    record Unreadable() implements TypedReading {}

    static TypedReading of(@Nullable String typed) {
        String plain = Normalizer.normalize(typed == null ? "" : typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]", "")
                .replace(',', '.');
        if (plain.isEmpty()) {
            return new Nothing();
        }
        // Leading zeros stand on every dial; more than twelve digits on none.
        return plain.matches("\\d{1,12}(\\.\\d{0,9})?")
                ? new Value(new BigDecimal(plain.endsWith(".") ? plain + "0" : plain))
                : new Unreadable();
    }
}
