package io.abonent.platform.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What travels beside an event, see {@link io.abonent.contracts.EventHeaders}. */
public record EventEnvelope(
        UUID id,
        String type,
        String source,
        UUID subject,
        Instant time,
        long aggregateVersion,
        String actor,
        @Nullable String traceParent) {}
