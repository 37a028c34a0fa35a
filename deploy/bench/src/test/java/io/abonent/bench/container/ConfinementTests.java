package io.abonent.bench.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfinementTests {

    private static final String STATUS = """
            Name:\tjava
            Uid:\t65532\t65532\t65532\t65532
            VmHWM:\t  409600 kB
            CapInh:\t0000000000000000
            CapPrm:\t0000000000000000
            CapEff:\t0000000000000000
            CapBnd:\t0000000000000000
            CapAmb:\t0000000000000000
            NoNewPrivs:\t1
            Seccomp:\t2
            """;
    private static final String MOUNTS = """
            500 400 0:52 / / ro,relatime master:1 - overlay overlay rw,lowerdir=/x
            501 500 0:55 / /proc rw,nosuid - proc proc rw
            """;
    private static final Pod POD = new Pod(
            "shop",
            Map.of(),
            "shop",
            List.of(),
            Map.of(),
            Map.of(),
            new Pod.Identity(65532, 65532, 65532, true),
            new Pod.Limits(1, "1", 2, 1),
            List.of(),
            null,
            Duration.ZERO,
            -1);

    private static List<String> complaints(String status, String mounts, String environment) {
        return Confinement.parse(status, mounts, environment).complaints(POD, List.of("geheim99"));
    }

    @Test
    void aProcessWithoutRightsIsFine() {
        assertThat(complaints(STATUS, MOUNTS, "A=b")).isEmpty();
        assertThat(Confinement.parse(STATUS, MOUNTS, "").peakMegabytes()).isEqualTo(400);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            Uid:\t65532\t65532          | Uid:\t65532\t0              | runs as
            CapBnd:\t0000000000000000    | CapBnd:\t00000000a80425fb   | capabilities
            NoNewPrivs:\t1               | NoNewPrivs:\t0              | privileges
            Seccomp:\t2                  | Seccomp:\t0                 | system calls
            / / ro,relatime              | / / rw,relatime             | write to its root
            A=b                          | A=geheim99                  | secret
            """)
    void whatItMayAndMustNotIsFound(String before, String after, String complaint) {
        assertThat(complaints(
                        STATUS.replace(before, after), MOUNTS.replace(before, after), "A=b".replace(before, after)))
                .singleElement()
                .asString()
                .contains(complaint);
    }
}
