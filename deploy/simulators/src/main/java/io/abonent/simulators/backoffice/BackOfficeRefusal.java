package io.abonent.simulators.backoffice;

import org.springframework.http.HttpStatus;

/** The supplier says no; goes out as {@code {"code": "…"}}. */
class BackOfficeRefusal extends RuntimeException {

    private final HttpStatus status;
    private final String code;

    BackOfficeRefusal(HttpStatus status, String code) {
        super(code);
        this.status = status;
        this.code = code;
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    static BackOfficeRefusal notFound() {
        return new BackOfficeRefusal(HttpStatus.NOT_FOUND, "NOT_FOUND");
    }

    static BackOfficeRefusal malformed(String code) {
        return new BackOfficeRefusal(HttpStatus.BAD_REQUEST, code);
    }

    static BackOfficeRefusal rule(String code) {
        return new BackOfficeRefusal(HttpStatus.UNPROCESSABLE_CONTENT, code);
    }

    static BackOfficeRefusal conflict(String code) {
        return new BackOfficeRefusal(HttpStatus.CONFLICT, code);
    }
}
