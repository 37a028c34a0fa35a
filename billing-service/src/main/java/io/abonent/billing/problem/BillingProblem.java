package io.abonent.billing.problem;

import io.abonent.platform.problem.ProblemCode;
import org.springframework.http.HttpStatus;

/** Stable codes of this service; texts in {@code problems.properties} and {@code problems_ru.properties}. */
public enum BillingProblem implements ProblemCode {
    NOTHING_DUE(HttpStatus.CONFLICT),
    AMOUNT_OUT_OF_RANGE(HttpStatus.UNPROCESSABLE_CONTENT),
    AMOUNT_NOT_ALLOWED(HttpStatus.BAD_REQUEST),
    AMOUNT_REQUIRED(HttpStatus.BAD_REQUEST),
    ACCOUNT_REPEATED(HttpStatus.BAD_REQUEST),
    CURRENCY_MIXED(HttpStatus.UNPROCESSABLE_CONTENT),
    SUPPLIER_NOT_ACCEPTING(HttpStatus.CONFLICT),
    SUPPLIER_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
    QUOTE_EXPIRED(HttpStatus.CONFLICT),
    QUOTE_CHANGED(HttpStatus.CONFLICT),
    QUOTE_USED(HttpStatus.CONFLICT),
    DUPLICATE_SUSPECTED(HttpStatus.CONFLICT),
    RETURN_URL_NOT_ALLOWED(HttpStatus.BAD_REQUEST),
    METER_REPEATED(HttpStatus.BAD_REQUEST);

    private final HttpStatus status;

    BillingProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
