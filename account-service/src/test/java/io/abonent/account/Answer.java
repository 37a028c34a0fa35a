package io.abonent.account;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** An HTTP answer as tests look at it. */
public record Answer(int status, HttpHeaders headers, JsonNode body) {

    public String code() {
        return body.path("code").asString("");
    }

    public String text(String field) {
        return body.path(field).asString("");
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
