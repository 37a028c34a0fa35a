package io.abonent.billing.payment;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Payments of which nobody knows whether money was taken: each is asked for again and again, and somebody should see it. */
@Component
class UnknownPayments {

    UnknownPayments(MeterRegistry meters, JdbcClient jdbc, Clock clock) {
        Gauge.builder("abonent.payments.unknown", () -> count(jdbc))
                .description("Payments in UNKNOWN")
                .register(meters);
        Gauge.builder("abonent.payments.unknown.oldest.age", () -> oldestAge(jdbc, clock))
                .description("Age of the oldest payment in UNKNOWN")
                .baseUnit("seconds")
                .register(meters);
    }

    private static double count(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from payment where status = 'UNKNOWN'")
                .query(Double.class)
                .single();
    }

    private static double oldestAge(JdbcClient jdbc, Clock clock) {
        return jdbc.sql("""
                        select coalesce(extract(epoch from :now - min(created_at)), 0) from payment
                        where status = 'UNKNOWN'""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Double.class)
                .single();
    }
}
