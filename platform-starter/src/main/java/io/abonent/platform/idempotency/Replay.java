package io.abonent.platform.idempotency;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Repeats an answer. */
final class Replay {

    static final String HEADER = "Idempotency-Replayed";

    private Replay() {}

    static void write(StoredAnswer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.forEachHeader(response::setHeader);
        response.setHeader(HEADER, "true");
        byte[] body = answer.body();
        if (body != null) {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
        response.flushBuffer();
    }
}
