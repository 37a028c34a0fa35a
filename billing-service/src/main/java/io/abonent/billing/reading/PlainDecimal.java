package io.abonent.billing.reading;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Digits and at most one point, as a number or as a string: what stands on the dial. No exponent, no sign, no comma, no
 * blanks: clients differ in how they write fractions, so anything doubtful is sent back.
 */
final class PlainDecimal extends StdDeserializer<BigDecimal> {

    private static final Pattern PLAIN = Pattern.compile("\\d{1,12}(\\.\\d{1,9})?");

    PlainDecimal() {
        super(BigDecimal.class);
    }

    @Override
    public @Nullable BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
        JsonToken token = parser.currentToken();
        boolean readable = token == JsonToken.VALUE_STRING
                || token == JsonToken.VALUE_NUMBER_INT
                || token == JsonToken.VALUE_NUMBER_FLOAT;
        String text = readable ? parser.getString() : "";
        if (!PLAIN.matcher(text).matches()) {
            return (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, text, "not a plain decimal");
        }
        return new BigDecimal(text);
    }
}
