package io.abonent.account.problem;

import io.abonent.platform.problem.ProblemCode;
import org.springframework.http.HttpStatus;

/** Stable codes; texts are in {@code problems.properties} and {@code problems_ru.properties}. */
public enum AccountProblem implements ProblemCode {
    SUPPLIER_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
    SUPPLIER_NOT_ACCEPTING(HttpStatus.CONFLICT),
    ACCOUNT_NUMBER_FORMAT(HttpStatus.UNPROCESSABLE_CONTENT),
    ACCOUNT_NOT_LINKABLE(HttpStatus.UNPROCESSABLE_CONTENT),
    ALREADY_LINKED(HttpStatus.CONFLICT),
    LINK_LIMIT(HttpStatus.CONFLICT),
    ATTEMPTS_EXCEEDED(HttpStatus.TOO_MANY_REQUESTS),
    ACCESS_METHOD_DISABLED(HttpStatus.CONFLICT),
    ACCESS_SECRET_MISMATCH(HttpStatus.UNPROCESSABLE_CONTENT),
    ACCESS_LOCKED(HttpStatus.TOO_MANY_REQUESTS);

    private final HttpStatus status;

    AccountProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
