package io.abonent.gateway.service;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf services are called. Bound to the request's thread and handed on to the threads of parallel calls.
 *
 * @param address of the browser: limits and evidence are about people, not about the gateway
 * @param userAgent of the browser, the name of the device in the list of sessions
 * @param grant absent as long as nobody is signed in
 */
public record Caller(
        @Nullable String address,
        @Nullable String userAgent,
        Locale locale,
        @Nullable GrantId grant) {

    private static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();
    private static final Caller NOBODY = new Caller(null, null, Locale.of("ru"), null);

    public static Caller current() {
        return CURRENT.orElse(NOBODY);
    }

    public <T> T call(Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, this).call(work::call);
    }
}
