package io.abonent.platform.web;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * How requests are read: exactly what the contract says and nothing else (F-53). Only for what clients send us; events
 * and partners' answers are read leniently, since they may gain fields at any time.
 */
final class StrictJson {

    private static final int DEPTH = 32;
    private static final int NUMBER_LENGTH = 64;
    private static final int SCALE = 64;

    private StrictJson() {}

    /** @param shared what every mapper of the application is customized with */
    static JsonMapper mapper(List<JsonMapperBuilderCustomizer> shared) {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH)
                        .maxNumberLength(NUMBER_LENGTH)
                        .build())
                .build();
        JsonMapper.Builder builder = JsonMapper.builder(factory);
        shared.forEach(customizer -> customizer.customize(builder));
        return builder.addModule(new SimpleModule("strict-requests")
                        .addDeserializer(String.class, new CleanText())
                        .addDeserializer(BigDecimal.class, new SmallDecimal()))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .build();
    }

    /** Text PostgreSQL can store and UTF-8 can carry: no NUL, no half of a surrogate pair. */
    private static final class CleanText extends ValueDeserializer<String> {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (String) context.handleUnexpectedToken(context.constructType(String.class), parser);
            }
            String text = parser.getString();
            return Text.storable(text)
                    ? text
                    : (String) context.handleWeirdStringValue(String.class, "", "has characters that are not text");
        }
    }

    /** {@code 1e999999} is short on the wire and endless in memory. */
    private static final class SmallDecimal extends ValueDeserializer<BigDecimal> {

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.currentToken().isNumeric()) {
                return (BigDecimal) context.handleUnexpectedToken(context.constructType(BigDecimal.class), parser);
            }
            BigDecimal value = parser.getDecimalValue();
            return Math.abs(value.scale()) <= SCALE
                    ? value
                    : (BigDecimal) context.handleWeirdNumberValue(BigDecimal.class, 0, "is out of range");
        }
    }
}
