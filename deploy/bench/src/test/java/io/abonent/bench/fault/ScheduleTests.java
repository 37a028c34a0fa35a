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
    void everyConnectionGoesBadInEveryWayOnceAndIsWellBetween() {
        List<Mishap> mishaps = new Schedule(1, Duration.ofSeconds(10))
                .wires(Duration.ofSeconds(25), Duration.ofSeconds(20))
                .mishaps();
        assertThat(mishaps)
                .extracting(mishap -> mishap.kind() + " " + mishap.victim())
                .doesNotHaveDuplicates()
                .hasSize(3 * Wire.values().length);
        for (int next = 1; next < mishaps.size(); next++) {
            Mishap before = mishaps.get(next - 1);
            assertThat(mishaps.get(next).at()).isGreaterThan(before.at().plus(before.length()));
        }
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
