package io.abonent.billing.partner;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes a client per partner, so that the outage of one is not the outage of another. */
@Component
public class Partners {

    private static final int CALLS_AT_ONCE = 16;

    private final RestClient.Builder http;
    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;
    private final JsonMapper json;
    private final JdkClientHttpRequestFactory connections;

    Partners(
            RestClient.Builder http,
            CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads,
            PartnerProperties properties) {
        this.http = http;
        this.breakers = breakers;
        this.bulkheads = bulkheads;
        this.connections = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        this.connections.setReadTimeout(properties.readTimeout());
        // Partners add fields as they please, but what we read must be there and of the right type.
        this.json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .build();
    }

    public PartnerClient client(String name, String baseUrl) {
        CircuitBreakerConfig breaker = CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(5))
                .permittedNumberOfCallsInHalfOpenState(3)
                .build();
        BulkheadConfig bulkhead = BulkheadConfig.custom()
                .maxConcurrentCalls(CALLS_AT_ONCE)
                .maxWaitDuration(Duration.ofMillis(200))
                .build();
        return new PartnerClient(
                name,
                http.clone().baseUrl(baseUrl).requestFactory(connections).build(),
                breakers.circuitBreaker(name, breaker),
                bulkheads.bulkhead(name, bulkhead),
                json);
    }
}
