package io.abonent.platform.outbox;

import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Trouble is a relay thread that died, or rows older than the alarm age; it is over when the oldest row is younger than
 * half of that, so that the state does not flap. Not part of readiness: a service without its broker goes on working.
 */
final class OutboxHealth extends AbstractHealthIndicator {

    private final RelayState state;
    private final Duration alarmAge;
    private boolean late;

    OutboxHealth(RelayState state, Duration alarmAge) {
        super("Outbox health check failed");
        this.state = state;
        this.alarmAge = alarmAge;
    }

    @Override
    protected synchronized void doHealthCheck(Health.Builder builder) {
        Duration age = state.oldestAge();
        Duration limit = late ? alarmAge.dividedBy(2) : alarmAge;
        late = age.compareTo(limit) > 0;
        boolean well = state.isAlive() && !late;
        (well ? builder.up() : builder.down())
                .withDetail("leader", state.leader())
                .withDetail("relayAlive", state.isAlive())
                .withDetail("pending", state.pending())
                .withDetail("oldestAgeSeconds", age.toSeconds())
                .withDetail("dead", state.dead());
    }
}
