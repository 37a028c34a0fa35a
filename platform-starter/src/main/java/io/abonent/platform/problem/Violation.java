package io.abonent.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one place of the request. The value itself is never repeated: it may be a password.
 *
 * @param pointer into the body, JSON Pointer (RFC 6901)
 * @param parameter of the path, the query or the headers
 * @param code stable, for programs; the message is for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(
        @Nullable String pointer,
        @Nullable String parameter,
        @Nullable String code,
        String message) {

    public static Violation at(String pointer, String code, String message) {
        return new Violation(pointer, null, code, message);
    }

    static Violation of(String parameter, String code, String message) {
        return new Violation(null, parameter, code, message);
    }
}
