package io.abonent.platform.idempotency;

import java.util.UUID;

/** What a request brings when it wants its answer to become the one of the call. */
sealed interface Claim {

    IdempotentCall call();

    /** Nobody else runs meanwhile, and the token is compared when the answer is written. */
    record Lease(IdempotentCall call, UUID token) implements Claim {}

    /** Others may run meanwhile; who commits first has answered. */
    record Attempt(IdempotentCall call) implements Claim {}
}
