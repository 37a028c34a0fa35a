package io.abonent.bench.witness;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * @param status 0 when there was none
 * @param detail the problem's code, or why there was no answer
 */
record Answer(int status, JsonNode body, String detail, Duration retryAfter) {

    boolean ok() {
        return status >= 200 && status < 300;
    }

    String text(String field) {
        return body.path(field).asString("");
    }
}
