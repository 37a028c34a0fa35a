package io.abonent.platform.idempotency;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The request carries an {@code Idempotency-Key}: the same key with the same body gets the same answer, marked {@code
 * Idempotency-Replayed: true}; with another body 422; while the first is still running 409 with {@code Retry-After}. Keys
 * belong to the signed-in user and the route.
 *
 * <p>The handler must commit its effect through {@link Idempotency#commit}; what it answers outside of that, a refusal for
 * instance, is not pinned to the key.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

    /** Without the header: 400 if required, else the request simply runs. */
    boolean required() default true;

    /**
     * Whether two requests with one key must never run at the same time: a lease is written before the handler runs, a commit
     * of its own. False spares that commit; it is for handlers that change nothing, here or at a partner's, before they call
     * {@link Idempotency#commit}: of two at once only one commits, and both give its answer.
     */
    boolean exclusive() default true;
}
