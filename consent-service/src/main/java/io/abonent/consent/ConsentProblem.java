package io.abonent.consent;

import io.abonent.platform.problem.ProblemCode;
import org.springframework.http.HttpStatus;

/** Refusals of this service; texts in {@code problems*.properties}. */
public enum ConsentProblem implements ProblemCode {
    DOCUMENT_VERSION_OUTDATED(HttpStatus.CONFLICT),
    DOCUMENT_NOT_PRESENTED(HttpStatus.CONFLICT),
    DOCUMENT_HASH_MISMATCH(HttpStatus.UNPROCESSABLE_CONTENT),
    SIGNATURE_EXPIRED(HttpStatus.FORBIDDEN),
    DOCUMENT_TEXT_UNCHANGED(HttpStatus.CONFLICT),
    DOCUMENT_TEXT_UNFINISHED(HttpStatus.UNPROCESSABLE_CONTENT),
    REQUIRED_FROM_IN_PAST(HttpStatus.UNPROCESSABLE_CONTENT);

    private final HttpStatus status;

    ConsentProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
