package io.abonent.simulators.provider;

import io.abonent.simulators.SimulatorsProperties;
import io.abonent.simulators.Timer;
import io.abonent.simulators.provider.ProviderPayment.Status;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells the house what has happened, unsigned, again and again until it answers 2xx or a day has passed. */
@Component
class Notifications {

    private static final Logger log = LoggerFactory.getLogger(Notifications.class);
    private static final int AT_ONCE_MAX = 32;

    private final ProviderProperties properties;
    private final SimulatorsProperties simulators;
    private final PaymentBook book;
    private final JsonMapper json;
    private final Timer timer;
    private final Clock clock;
    private final Semaphore atOnce = new Semaphore(AT_ONCE_MAX);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Notifications(
            ProviderProperties properties,
            SimulatorsProperties simulators,
            PaymentBook book,
            JsonMapper json,
            Timer timer,
            Clock clock) {
        this.properties = properties;
        this.simulators = simulators;
        this.book = book;
        this.json = json;
        this.timer = timer;
        this.clock = clock;
    }

    /** @param object a {@link PaymentObject} or a {@link RefundObject} */
    record Notification(String type, String event, Object object) {}

    /** News about the payment as it is now. */
    Notification about(ProviderPayment payment) {
        if (payment.refundedMinor() > 0) {
            return new Notification("notification", "refund.succeeded", RefundObject.of(payment, clock.instant()));
        }
        PaymentObject object = PaymentObject.of(payment, simulators, properties.shopId());
        return new Notification("notification", "payment." + object.status(), object);
    }

    /** Sends in this order, the next one after the one before has been answered. */
    void send(ProviderPayment payment, List<Notification> news) {
        Instant giveUp = clock.instant().plus(properties.notificationLifetime());
        Thread.ofVirtual().name("notification").start(() -> {
            for (Notification notification : news) {
                attempt(payment.id(), json.writeValueAsString(notification), 0, giveUp);
            }
        });
    }

    /** One attempt at once, before the caller goes on. */
    void sendNow(ProviderPayment payment) {
        Instant giveUp = clock.instant().plus(properties.notificationLifetime());
        attempt(payment.id(), json.writeValueAsString(about(payment)), 0, giveUp);
    }

    @EventListener(ApplicationReadyEvent.class)
    void sendWhatWasNotAcknowledged() {
        book.unacknowledged().stream()
                .filter(payment -> payment.status() != Status.PENDING)
                .forEach(payment -> send(payment, List.of(about(payment))));
    }

    private void attempt(String paymentId, String body, int number, Instant giveUp) {
        if (taken(body)) {
            book.acknowledged(paymentId);
            return;
        }
        List<Duration> pauses = properties.notificationRetries();
        Duration pause = pauses.get(Math.min(number, pauses.size() - 1));
        if (clock.instant().plus(pause).isAfter(giveUp)) {
            log.warn("The house never took the notification about payment {}", paymentId);
            return;
        }
        timer.after(pause, () -> attempt(paymentId, body, number + 1, giveUp));
    }

    private boolean taken(String body) {
        HttpRequest request = HttpRequest.newBuilder(properties.notificationUrl())
                .timeout(properties.notificationTimeout())
                .header("Content-Type", "application/json")
                .header("User-Agent", "YooMoney.Notifications")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            atOnce.acquire();
            try {
                HttpResponse<Void> response = http.send(request, BodyHandlers.discarding());
                return response.statusCode() / 100 == 2;
            } finally {
                atOnce.release();
            }
        } catch (IOException e) {
            log.debug("Notification was not taken: {}", e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
