package io.abonent.notification.delivery;

import io.abonent.notification.channel.Channel;
import io.abonent.notification.channel.SendOutcome;
import io.abonent.notification.message.MessageKind;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Protects a partner: after a row of failures it is left alone and then tried by a few probes; what waited goes out at a
 * limited pace (F-48). Codes pass the pace, they are few and urgent.
 */
final class ChannelGate {

    private final Clock clock;
    private final int perSecond;
    private final CircuitBreaker breaker;
    private double turns;
    private Instant countedAt;

    ChannelGate(Channel channel, int perSecond, Clock clock) {
        this.clock = clock;
        this.perSecond = perSecond;
        this.turns = perSecond;
        this.countedAt = clock.instant();
        this.breaker = CircuitBreaker.of(
                channel.name(),
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(60)
                        .waitDurationInOpenState(Duration.ofSeconds(10))
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .build());
    }

    /** @return false if this is not the moment; true obliges to report the outcome */
    boolean enter(MessageKind.Urgency urgency) {
        return (urgency == MessageKind.Urgency.CODE || takeTurn()) && breaker.tryAcquirePermission();
    }

    void leave(SendOutcome outcome) {
        switch (outcome) {
            // A refusal is an answer: the partner works.
            case SendOutcome.Accepted _, SendOutcome.Refused _ -> breaker.onSuccess(0, TimeUnit.MILLISECONDS);
            case SendOutcome.Unavailable unavailable ->
                breaker.onError(0, TimeUnit.MILLISECONDS, new IllegalStateException(unavailable.reason()));
        }
    }

    boolean isOpen() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    private synchronized boolean takeTurn() {
        Instant now = clock.instant();
        double earned = Duration.between(countedAt, now).toMillis() * perSecond / 1000.0;
        turns = Math.min(perSecond, turns + Math.max(0, earned));
        countedAt = now;
        if (turns < 1) {
            return false;
        }
        turns--;
        return true;
    }
}
