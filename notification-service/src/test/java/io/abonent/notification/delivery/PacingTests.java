package io.abonent.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.notification.channel.Channel;
import io.abonent.notification.channel.SendOutcome;
import io.abonent.notification.message.MessageKind.Urgency;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PacingTests {

    private final MutableClock clock = new MutableClock();
    private final ChannelGate gate = new ChannelGate(Channel.SMS, 10, clock);
    private final Backoff backoff = new Backoff(new Random(7));

    @Test
    void pausesDoubleUpToTheirLimit() {
        assertThat(backoff.after(Urgency.NOTICE, 1)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
        assertThat(backoff.after(Urgency.NOTICE, 3)).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(40));
        assertThat(backoff.after(Urgency.NOTICE, 500)).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10));
        assertThat(backoff.after(Urgency.CODE, 500)).isLessThanOrEqualTo(Duration.ofSeconds(15));
    }

    @Test
    @DisplayName("F-48: a thousand pauses of the same length do not end together")
    void pausesAreSpread() {
        Set<Long> seconds = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            seconds.add(backoff.after(Urgency.NOTICE, 20).toSeconds());
        }
        assertThat(seconds).hasSizeGreaterThan(200);
    }

    @Test
    @DisplayName("F-48: what waited goes out at a limited pace")
    void noticesKeepThePace() {
        int passed = 0;
        for (int tenth = 0; tenth < 100; tenth++) {
            for (int message = 0; message < 50; message++) {
                passed += gate.enter(Urgency.NOTICE) ? 1 : 0;
            }
            clock.advance(Duration.ofMillis(100));
        }
        assertThat(passed).isBetween(100, 112);
    }

    @Test
    void codesPassThePace() {
        for (int message = 0; message < 100; message++) {
            assertThat(gate.enter(Urgency.CODE)).isTrue();
            gate.leave(new SendOutcome.Accepted("1"));
        }
    }

    @Test
    @DisplayName("F-48: a partner that is down is left alone and tried by few probes")
    void failingPartnerIsLeftAlone() {
        for (int call = 0; call < 5; call++) {
            assertThat(gate.enter(Urgency.CODE)).isTrue();
            gate.leave(new SendOutcome.Unavailable("NOT_BOUND", false));
        }
        assertThat(gate.isOpen()).isTrue();
        assertThat(gate.enter(Urgency.CODE)).isFalse();
        clock.advance(Duration.ofSeconds(11));
        assertThat(gate.enter(Urgency.CODE)).isTrue();
        assertThat(gate.enter(Urgency.CODE)).isTrue();
        assertThat(gate.enter(Urgency.CODE)).as("a third probe").isFalse();
        gate.leave(new SendOutcome.Accepted("1"));
        gate.leave(new SendOutcome.Accepted("2"));
        assertThat(gate.enter(Urgency.CODE)).isTrue();
    }

    @Test
    void refusalsDoNotMeanThatThePartnerIsDown() {
        for (int call = 0; call < 50; call++) {
            assertThat(gate.enter(Urgency.CODE)).isTrue();
            gate.leave(new SendOutcome.Refused("SMPP_0000000B", true));
        }
    }
}
