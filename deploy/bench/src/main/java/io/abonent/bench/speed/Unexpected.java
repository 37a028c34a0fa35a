package io.abonent.bench.speed;

import java.io.IOException;
import java.net.http.HttpResponse;

/** An answer, but another one than was expected. */
public final class Unexpected extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final boolean saysWhenToComeBack;

    Unexpected(HttpResponse<String> response) {
        super(response.uri() + ": " + response.statusCode() + " " + response.body());
        this.status = response.statusCode();
        this.saysWhenToComeBack = response.headers().firstValue("Retry-After").isPresent();
    }

    public int status() {
        return status;
    }

    public boolean saysWhenToComeBack() {
        return saysWhenToComeBack;
    }
}
