package io.abonent.bench.history;

import java.time.Instant;

/**
 * A customer's wish, written down before it is sent.
 *
 * @param subject what tells its effect from all others: a phone, an account number, an amount nobody else pays, a text
 * @param key the Idempotency-Key, empty where there is none
 */
public record Command(String id, String user, Kind kind, String subject, String key, String bodyHash, Instant at) {}
