package io.abonent.gateway.service;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A call on its way; each call ends by its own timeout. */
public final class Asked<T> {

    private final CompletableFuture<Answer<T>> future;

    Asked(CompletableFuture<Answer<T>> future) {
        this.future = future;
    }

    /**
     * @throws SessionOver whichever call found out
     * @throws ServiceRefused only with {@code CONSENT_REQUIRED}
     */
    public Answer<T> answer() {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
