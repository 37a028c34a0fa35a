package io.abonent.account;

import io.abonent.contracts.Event;
import io.abonent.contracts.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** The examples which producers and consumers share, for tests that need no broker. */
public final class GoldenExamples {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private GoldenExamples() {}

    public static <E extends Event> E of(Class<E> type) {
        try (InputStream example = new ClassPathResource(EventType.of(type).exampleResource()).getInputStream()) {
            return JSON.readValue(example, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
