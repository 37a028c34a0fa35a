package io.abonent.identity;

import io.abonent.platform.problem.ProblemCode;
import org.springframework.http.HttpStatus;

/** Codes this service answers with beside the common ones. */
public enum IdentityProblem implements ProblemCode {
    LOGIN_FORMAT_INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    PASSWORD_POLICY(HttpStatus.UNPROCESSABLE_CONTENT),
    PASSWORD_NON_LATIN(HttpStatus.UNPROCESSABLE_CONTENT),
    PASSWORD_BREACHED(HttpStatus.UNPROCESSABLE_CONTENT),
    PASSWORD_UNCHANGED(HttpStatus.UNPROCESSABLE_CONTENT),
    CURRENT_PASSWORD_WRONG(HttpStatus.UNPROCESSABLE_CONTENT),
    USER_LOCKED(HttpStatus.TOO_MANY_REQUESTS),
    CODE_INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    CODE_EXPIRED(HttpStatus.UNPROCESSABLE_CONTENT),
    CODE_EXHAUSTED(HttpStatus.UNPROCESSABLE_CONTENT),
    CODE_SUPERSEDED(HttpStatus.CONFLICT),
    RESEND_TOO_SOON(HttpStatus.TOO_MANY_REQUESTS),
    LINK_EXPIRED(HttpStatus.UNPROCESSABLE_CONTENT),
    ALREADY_CONFIRMED(HttpStatus.CONFLICT),
    RESET_COMPLETED(HttpStatus.CONFLICT);

    private final HttpStatus status;

    IdentityProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
