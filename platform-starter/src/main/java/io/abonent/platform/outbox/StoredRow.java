package io.abonent.platform.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A committed row, as the relay reads it. */
record StoredRow(
        long id,
        UUID eventId,
        String topic,
        UUID aggregateId,
        String type,
        @Nullable String payload,
        long aggregateVersion,
        String actor,
        @Nullable String traceParent,
        Instant occurredAt) {}
