package io.abonent.notification.ticket;

import io.abonent.platform.problem.ProblemCode;
import org.springframework.http.HttpStatus;

/** The support codes of the public list. */
enum SupportProblem implements ProblemCode {
    TICKET_CLOSED(HttpStatus.CONFLICT),
    TICKET_FULL(HttpStatus.CONFLICT);

    private final HttpStatus status;

    SupportProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
