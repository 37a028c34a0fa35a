package io.abonent.gateway.service;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** Makes the HTTP clients: explicit timeouts, no redirects, a breaker and a bulkhead for each service. */
@Component
public class Connections {

    private final RestClient.Builder builder;
    private final ServicesProperties services;
    private final JsonMapper json;
    private final ClientHttpRequestFactory queries;
    private final ClientHttpRequestFactory requests;
    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;

    Connections(
            RestClient.Builder builder,
            ServicesProperties services,
            CallProperties limits,
            JsonMapper json,
            MeterRegistry metrics) {
        this.builder = builder;
        this.services = services;
        this.json = json;
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limits.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.queries = factory(client, limits.query());
        ClientHttpRequestFactory commands = factory(client, limits.command());
        this.requests =
                (uri, method) -> (method.equals(HttpMethod.GET) ? queries : commands).createRequest(uri, method);
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(limits.failuresOf())
                .minimumNumberOfCalls(limits.failuresOf())
                .failureRateThreshold(limits.failureRate())
                .waitDurationInOpenState(limits.pause())
                .permittedNumberOfCallsInHalfOpenState(3)
                .build());
        this.bulkheads = BulkheadRegistry.of(BulkheadConfig.custom()
                .maxConcurrentCalls(limits.concurrent())
                .maxWaitDuration(Duration.ZERO)
                .build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(metrics);
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(metrics);
    }

    /** Without a token: for the protocol of signing in. */
    public RestClient plain(Service service) {
        return guarded(service, requests).build();
    }

    /** The same, but it never waits longer than for something to read, whatever the method. */
    public RestClient prompt(Service service) {
        return guarded(service, queries).build();
    }

    RestClient onBehalf(Service service, AccessTokens tokens) {
        Problems problems = new Problems(service, json);
        return guarded(service, requests)
                .requestInterceptors(all -> all.addFirst(new OnBehalf(tokens)))
                .defaultStatusHandler(HttpStatusCode::isError, problems::raise)
                .build();
    }

    private RestClient.Builder guarded(Service service, ClientHttpRequestFactory factory) {
        CircuitBreaker breaker = breakers.circuitBreaker(service.label());
        Bulkhead bulkhead = bulkheads.bulkhead(service.label());
        return builder.clone()
                .baseUrl(services.of(service))
                .requestFactory(factory)
                .requestInterceptor(Connections::describe)
                .requestInterceptor(new GuardedCalls(service, breaker, bulkhead));
    }

    /** Language, address and browser of the person: limits, evidence and the list of devices are about people. */
    private static ClientHttpResponse describe(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        Caller caller = Caller.current();
        HttpHeaders headers = request.getHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, caller.locale().toLanguageTag());
        if (caller.address() != null) {
            headers.set("X-Forwarded-For", caller.address());
        }
        if (caller.userAgent() != null) {
            headers.set(HttpHeaders.USER_AGENT, caller.userAgent());
        }
        return execution.execute(request, body);
    }

    private static ClientHttpRequestFactory factory(HttpClient client, Duration timeout) {
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client);
        factory.setReadTimeout(timeout);
        return factory;
    }
}
