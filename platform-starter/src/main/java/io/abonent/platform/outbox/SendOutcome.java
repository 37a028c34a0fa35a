package io.abonent.platform.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one round.
 *
 * @param delivered acknowledged by all in-sync replicas, and so is every earlier row of the same key
 * @param refused rows the broker does not want, the first of each key; their keys wait
 * @param overtaken refused rows whose successors are already delivered: no attempt could restore the order
 * @param stoppedTopics topics that cannot be written now
 * @param producerFailure the producer is of no use any more
 */
record SendOutcome(
        List<Long> delivered,
        List<Refusal> refused,
        List<Refusal> overtaken,
        List<Refusal> stoppedTopics,
        @Nullable Exception producerFailure) {

    record Refusal(StoredRow row, Exception cause) {}
}
