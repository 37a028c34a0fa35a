package io.abonent.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTests {

    private static List<Mishap> schedule(long seed) {
        return new Schedule(seed, Duration.ofSeconds(10))
                .kills(50, List.of("identity", "billing", "account"), Duration.ofSeconds(8))
                .brokerAway(Duration.ofSeconds(20), List.of("identity"))
                .mishaps();
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        assertThat(schedule(7)).isEqualTo(schedule(7)).isNotEqualTo(schedule(8));
    }

    @Test
    void killsAsOftenAsAskedAndGoesForwardInTime() {
        List<Mishap> mishaps = schedule(1);
        assertThat(mishaps)
                .filteredOn(mishap -> mishap.kind() == Mishap.Kind.KILL)
                .hasSize(51);
        assertThat(mishaps).isSortedAccordingTo(java.util.Comparator.comparing(Mishap::at));
    }
}
