package io.abonent.account;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** An HTTP answer as tests look at it. */
record Answer(int status, HttpHeaders headers, JsonNode body) {

    String code() {
        return body.path("code").asString("");
    }

    String text(String field) {
        return body.path(field).asString("");
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
