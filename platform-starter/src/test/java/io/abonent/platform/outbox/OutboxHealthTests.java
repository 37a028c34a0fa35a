package io.abonent.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class OutboxHealthTests {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    private final RelayState state = new RelayState(new SimpleMeterRegistry(), Clock.fixed(NOW, ZoneOffset.UTC));
    private final OutboxHealth health = new OutboxHealth(state, Duration.ofMinutes(5));

    @BeforeEach
    void alive() {
        state.alive(true);
    }

    @Test
    void isWellWithNothingWaiting() {
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isNotWellWithoutItsThread() {
        state.alive(false);

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void doesNotFlapAroundTheAlarmAge() {
        oldestIs(Duration.ofMinutes(4));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        oldestIs(Duration.ofMinutes(6));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        oldestIs(Duration.ofMinutes(4));
        assertThat(health.health().getStatus()).as("still late").isEqualTo(Status.DOWN);
        oldestIs(Duration.ofMinutes(2));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    private void oldestIs(Duration age) {
        state.stats(new RelayConnection.Stats(1, NOW.minus(age), 0));
    }
}
