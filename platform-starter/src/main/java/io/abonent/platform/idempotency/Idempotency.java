package io.abonent.platform.idempotency;

import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;

/** Ties the answer of a request to its effect. */
public interface Idempotency {

    /**
     * Runs the effect in one transaction and stores its answer with it, so that a retry after a lost answer, or after a kill
     * right behind the commit, gets the answer instead of a second effect. Use cases called inside join the transaction;
     * partners are called before it, never inside. An exception rolls back and stores nothing; an answer whose status is not
     * 2xx is returned without being stored, and rolls back.
     *
     * <p>Without an {@link Idempotent} request around it, it is a plain transaction.
     */
    <T> ResponseEntity<T> commit(Supplier<ResponseEntity<T>> effect);
}
