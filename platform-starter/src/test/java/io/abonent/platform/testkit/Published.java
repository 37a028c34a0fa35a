package io.abonent.platform.testkit;

import io.abonent.contracts.Event;
import java.util.Map;

/** An event as it was read from its topic. */
public record Published<E extends Event>(
        E event, String key, Map<String, String> headers, int partition, long offset) {}
