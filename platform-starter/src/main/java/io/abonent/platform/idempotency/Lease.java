package io.abonent.platform.idempotency;

import java.util.UUID;

/** The right to finish a call: {@link #token} is compared when the answer is written. */
record Lease(IdempotentCall call, UUID token) {}
