package io.abonent.bench.history;

import java.time.Instant;

/**
 * @param status of the last answer, 0 when there was none
 * @param detail the problem's code, or why there was no answer
 * @param effectId the id the answer named, empty when it named none
 * @param attempts how often it was sent, under the same key
 */
public record Outcome(
        String command, Verdict verdict, int status, String detail, String effectId, int attempts, Instant at) {}
