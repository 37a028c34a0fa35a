package io.abonent.billing.partner;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One partner behind its own breaker and bulkhead. Never retries by itself: the caller's persisted work does. */
public final class PartnerClient {

    /** No answer of a partner is longer; a flood must not fill the memory. */
    private static final int MAX_ANSWER_BYTES = 256 * 1024;

    private final String name;
    private final RestClient http;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final JsonMapper json;

    PartnerClient(String name, RestClient http, CircuitBreaker breaker, Bulkhead bulkhead, JsonMapper json) {
        this.name = name;
        this.http = http;
        this.breaker = breaker;
        this.bulkhead = bulkhead;
        this.json = json;
    }

    /**
     * @param path template below the partner's base address, filled with {@code variables}
     * @throws PartnerUnavailable for silence, 5xx, 408, 425 and 429, or when the breaker or the bulkhead lets nothing through
     */
    public PartnerAnswer call(
            HttpMethod method, String path, HttpHeaders headers, @Nullable Object body, Object... variables) {
        Supplier<PartnerAnswer> call = () -> send(method, path, headers, body, variables);
        try {
            return Bulkhead.decorateSupplier(bulkhead, CircuitBreaker.decorateSupplier(breaker, call))
                    .get();
        } catch (CallNotPermittedException e) {
            throw new PartnerUnavailable(name, "circuit breaker is open", e);
        } catch (BulkheadFullException e) {
            throw new PartnerUnavailable(name, "too many calls at once", e);
        } catch (ResourceAccessException e) {
            throw new PartnerUnavailable(name, "no answer", e);
        }
    }

    /** Reads an answer strictly: anything but the expected shape is no answer. */
    public <T> T read(PartnerAnswer answer, Class<T> type) {
        try {
            T value = json.readValue(answer.body(), type);
            if (value == null) {
                throw new PartnerUnavailable(name, "answered null", null);
            }
            return value;
        } catch (JacksonException e) {
            // Without the cause: its message may quote the answer, and the answer may hold anything.
            throw new PartnerUnavailable(name, "answered something else than " + type.getSimpleName(), null);
        }
    }

    private PartnerAnswer send(
            HttpMethod method, String path, HttpHeaders headers, @Nullable Object body, Object... variables) {
        RestClient.RequestBodySpec request = http.method(method)
                .uri(path, variables)
                .headers(sent -> sent.addAll(headers))
                .accept(MediaType.APPLICATION_JSON);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(json.writeValueAsBytes(body));
        }
        PartnerAnswer answer = request.exchange((sent, response) -> new PartnerAnswer(
                response.getStatusCode().value(),
                new String(response.getBody().readNBytes(MAX_ANSWER_BYTES), StandardCharsets.UTF_8)));
        if (answer == null || isTemporary(answer.status())) {
            throw new PartnerUnavailable(name, "status " + (answer == null ? "none" : answer.status()), null);
        }
        return answer;
    }

    private static boolean isTemporary(int status) {
        return status >= 500 || status == 408 || status == 425 || status == 429 || status < 200;
    }
}
