package io.abonent.gateway.service;

import java.util.List;
import java.util.Map;

/** What services say instead of an answer, for tests of pages. */
public final class Refusing {

    private Refusing() {}

    public static ServiceRefused with(int status, String code, Map<String, Object> members) {
        return new ServiceRefused(new Refusal(
                Service.BILLING,
                status,
                code,
                "title of the service",
                "detail of the service",
                List.of(),
                null,
                members));
    }

    public static ServiceRefused with(int status, String code) {
        return with(status, code, Map.of());
    }

    public static ServiceUnavailable away() {
        return new ServiceUnavailable(Service.BILLING, false, "connection refused", null);
    }

    /** A command was sent and no answer came. */
    public static ServiceUnavailable silent() {
        return new ServiceUnavailable(Service.BILLING, true, "timed out", null);
    }
}
