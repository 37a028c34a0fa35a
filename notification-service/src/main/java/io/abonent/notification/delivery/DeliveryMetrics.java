package io.abonent.notification.delivery;

import io.abonent.notification.channel.SendOutcome;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts attempts and ends, by channel and kind; never by person. */
@Component
class DeliveryMetrics {

    private final MeterRegistry registry;

    DeliveryMetrics(MeterRegistry registry, JdbcClient jdbc, Clock clock) {
        this.registry = registry;
        Gauge.builder("notification.oldest.age", () -> oldestAge(jdbc, clock))
                .description("Age of the oldest message that has not ended")
                .baseUnit("seconds")
                .register(registry);
    }

    private static double oldestAge(JdbcClient jdbc, Clock clock) {
        return jdbc.sql("""
                        select coalesce(extract(epoch from :now - min(created_at)), 0) from delivery
                        where state in ('ACCEPTED', 'SCHEDULED', 'SENDING') and due_at <= :now""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Double.class)
                .single();
    }

    void attempted(Delivery delivery, SendOutcome outcome) {
        String result = switch (outcome) {
            case SendOutcome.Accepted _ -> "accepted";
            case SendOutcome.Refused _ -> "refused";
            // Each of these may reach the person twice (F-46).
            case SendOutcome.Unavailable unavailable -> unavailable.perhapsSent() ? "perhaps_sent" : "unavailable";
        };
        registry.counter("notification.attempts", "channel", channel(delivery), "outcome", result)
                .increment();
    }

    void ended(Delivery delivery) {
        registry.counter(
                        "notification.deliveries",
                        "channel",
                        channel(delivery),
                        "kind",
                        delivery.kind().name().toLowerCase(Locale.ROOT),
                        "state",
                        delivery.state().name().toLowerCase(Locale.ROOT))
                .increment();
    }

    private static String channel(Delivery delivery) {
        return delivery.channel() == null ? "none" : delivery.channel().name().toLowerCase(Locale.ROOT);
    }
}
