package io.abonent.simulators.provider;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** An error of the provider's API. */
class ProviderError extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final @Nullable String parameter;

    ProviderError(HttpStatus status, String code, String description, @Nullable String parameter) {
        super(description);
        this.status = status;
        this.code = code;
        this.parameter = parameter;
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    @Nullable
    String parameter() {
        return parameter;
    }

    static ProviderError invalid(String description, String parameter) {
        return new ProviderError(HttpStatus.BAD_REQUEST, "invalid_request", description, parameter);
    }

    static ProviderError notFound() {
        return new ProviderError(HttpStatus.NOT_FOUND, "not_found", "Payment doesn't exist", "payment_id");
    }
}
