package io.abonent.billing.partner;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import org.springframework.web.client.RestClient;

/** Real clients without Spring's context. */
public final class PartnersFixture {

    private PartnersFixture() {}

    public static Partners patient() {
        return waiting(Duration.ofSeconds(15));
    }

    public static Partners impatient() {
        return waiting(Duration.ofMillis(700));
    }

    private static Partners waiting(Duration limit) {
        return new Partners(
                RestClient.builder(),
                CircuitBreakerRegistry.ofDefaults(),
                BulkheadRegistry.ofDefaults(),
                new PartnerProperties(Duration.ofSeconds(2), limit));
    }
}
