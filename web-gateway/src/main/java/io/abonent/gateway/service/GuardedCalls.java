package io.abonent.gateway.service;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Leaves a service alone that fails, and does not let a slow one take all threads. Reading is tried once more when the
 * connection broke; a command never is, because nobody knows whether it was carried out.
 */
final class GuardedCalls implements ClientHttpRequestInterceptor {

    private final Service service;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    GuardedCalls(Service service, CircuitBreaker breaker, Bulkhead bulkhead) {
        this.service = service;
        this.breaker = breaker;
        this.bulkhead = bulkhead;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) {
        if (!bulkhead.tryAcquirePermission()) {
            throw new ServiceUnavailable(service, false, "too many calls at a time", null);
        }
        try {
            return attempt(request, body, execution, request.getMethod().equals(HttpMethod.GET));
        } finally {
            bulkhead.onComplete();
        }
    }

    private ClientHttpResponse attempt(
            HttpRequest request, byte[] body, ClientHttpRequestExecution execution, boolean mayRepeat) {
        if (!breaker.tryAcquirePermission()) {
            throw new ServiceUnavailable(service, false, "left alone for a while", null);
        }
        long start = System.nanoTime();
        try {
            ClientHttpResponse response = execution.execute(request, body);
            if (broken(response)) {
                breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, new IOException("status 5xx"));
            } else {
                breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            }
            return response;
        } catch (IOException e) {
            breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
            if (mayRepeat && !(e instanceof HttpTimeoutException)) {
                return attempt(request, body, execution, false);
            }
            throw new ServiceUnavailable(service, maybeDone(request, e), reason(e), e);
        } catch (RuntimeException e) {
            breaker.releasePermission();
            throw e;
        }
    }

    /** A 503 with a problem is the service's own word, about a supplier for instance: the service itself works. */
    private static boolean broken(ClientHttpResponse response) throws IOException {
        HttpStatusCode status = response.getStatusCode();
        boolean problem = MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(
                response.getHeaders().getContentType());
        return status.is5xxServerError() && !(status.value() == 503 && problem);
    }

    private static boolean maybeDone(HttpRequest request, IOException e) {
        boolean neverSent = e instanceof ConnectException || e instanceof HttpConnectTimeoutException;
        return !request.getMethod().equals(HttpMethod.GET) && !neverSent;
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
