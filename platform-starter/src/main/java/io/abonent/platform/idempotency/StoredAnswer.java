package io.abonent.platform.idempotency;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * An answer as it is kept: what a retry gets, byte for byte.
 *
 * @param headers one {@code Name: value} per line
 */
@SuppressWarnings("ArrayRecordComponent") // Written and read, never compared.
record StoredAnswer(int status, String headers, byte @Nullable [] body) {

    /** The others belong to the connection or are made anew for each answer. */
    private static final java.util.List<String> KEPT = java.util.List.of(
            HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.RETRY_AFTER);

    static String lines(HttpHeaders headers) {
        StringBuilder lines = new StringBuilder();
        for (String name : KEPT) {
            String value = headers.getFirst(name);
            if (value != null) {
                lines.append(name).append(": ").append(value).append('\n');
            }
        }
        return lines.toString();
    }

    void forEachHeader(java.util.function.BiConsumer<String, String> consumer) {
        headers.lines().forEach(line -> {
            int colon = line.indexOf(": ");
            consumer.accept(line.substring(0, colon), line.substring(colon + 2));
        });
    }

    @Override
    public String toString() {
        return "StoredAnswer[" + status + ", " + (body == null ? 0 : body.length) + " bytes " + StandardCharsets.UTF_8
                + "]";
    }
}
