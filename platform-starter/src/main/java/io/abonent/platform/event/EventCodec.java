package io.abonent.platform.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.abonent.contracts.Event;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events to JSON and back. Its mapper is its own: what a service configures for HTTP must not change the wire between
 * services. Unknown fields are ignored, so that a producer may add some; unknown enum values and missing fields are not
 * guessed.
 */
public final class EventCodec {

    private final JsonMapper mapper = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public String write(Event event) {
        List<String> missing = RequiredComponents.missingIn(event);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(event.getClass().getSimpleName() + " lacks " + missing);
        }
        return mapper.writeValueAsString(event);
    }

    private static String pathOf(JacksonException e) {
        return e instanceof DatabindException databind ? " at " + databind.getPathReference() : "";
    }

    /** @throws UnreadableEvent if the bytes are not such an event */
    public <E extends Event> E read(Class<E> type, byte[] json) {
        E event;
        try {
            event = mapper.readValue(json, type);
        } catch (JacksonException e) {
            // Without Jackson's own message and cause: they quote the value, which may be somebody's phone number.
            throw new UnreadableEvent(type.getSimpleName() + ": " + e.getClass().getSimpleName() + pathOf(e));
        }
        if (event == null) {
            throw new UnreadableEvent(type.getSimpleName() + ": JSON null");
        }
        List<String> missing = RequiredComponents.missingIn(event);
        if (!missing.isEmpty()) {
            throw new UnreadableEvent(type.getSimpleName() + " lacks " + missing);
        }
        return event;
    }
}
