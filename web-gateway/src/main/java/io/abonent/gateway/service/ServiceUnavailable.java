package io.abonent.gateway.service;

import org.jspecify.annotations.Nullable;

/** A service did not answer, or not in a way that could be understood. */
public final class ServiceUnavailable extends RuntimeException {

    private final Service service;
    private final boolean outcomeUnknown;

    ServiceUnavailable(Service service, boolean outcomeUnknown, String why, @Nullable Throwable cause) {
        super(service + " does not answer: " + why, cause);
        this.service = service;
        this.outcomeUnknown = outcomeUnknown;
    }

    /** No token could be had from identity-service for now. */
    public static ServiceUnavailable busy(String why) {
        return new ServiceUnavailable(Service.IDENTITY, false, why, null);
    }

    public Service service() {
        return service;
    }

    /** A command may have been carried out all the same: repeat it with the same key only. */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }
}
