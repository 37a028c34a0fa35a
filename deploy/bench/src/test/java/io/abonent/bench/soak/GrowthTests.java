package io.abonent.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTests {

    private static final Series RESIDENT = new Series("billing", Measure.RESIDENT);

    @Test
    void takesTheFirstThirdForWarmingUp() {
        Growth growth = Growth.of(RESIDENT, List.of(100.0, 200.0, 300.0, 400.0, 390.0, 410.0, 401.0, 399.0, 402.0));

        assertThat(growth.before()).isEqualTo(400);
        assertThat(growth.after()).isEqualTo(401);
        assertThat(growth.grows()).isFalse();
    }

    @Test
    void namesWhatIsATenthMore() {
        Growth growth = Growth.of(RESIDENT, List.of(1.0, 1.0, 400.0, 400.0, 450.0, 450.0));

        assertThat(growth.grows()).isTrue();
        assertThat(growth.isFound()).isTrue();
        assertThat(growth).hasToString("| billing | resident MB | 400 | 450 | +13 % | **grows** |");
        assertThat(Growth.of(RESIDENT, List.of(1.0, 1.0, 400.0, 400.0, 440.0, 440.0))
                        .grows())
                .as("a tenth is tolerated")
                .isFalse();
    }

    @Test
    void overlooksWhatIsNothing() {
        assertThat(Growth.of(new Series("billing", Measure.THREADS), List.of(1.0, 20.0, 23.0))
                        .grows())
                .isFalse();
        assertThat(Growth.of(new Series("billing", Measure.THREADS), List.of(1.0, 20.0, 24.0))
                        .grows())
                .isTrue();
    }

    @Test
    void letsGrowWhatIsKeptOnPurpose() {
        Growth inbox = Growth.of(new Series("billing inbox", Measure.TABLE), List.of(0.0, 1_000.0, 2_000.0));
        Growth outbox = Growth.of(new Series("billing outbox", Measure.TABLE), List.of(0.0, 1_000.0, 2_000.0));

        assertThat(inbox.grows()).isTrue();
        assertThat(inbox.isFound()).isFalse();
        assertThat(inbox.toString()).contains("abonent.inbox.retention");
        assertThat(outbox.isFound()).isTrue();
    }

    @Test
    void hasNothingToSayAboutTwoSamples() {
        assertThatThrownBy(() -> Growth.of(RESIDENT, List.of(1.0, 2.0))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void addsUpWhatAPageTells() {
        String page = """
                # TYPE jvm_memory_used_bytes gauge
                jvm_memory_used_bytes{application="x",area="heap",id="Eden Space"} 1.5E7
                jvm_memory_used_bytes{application="x",area="heap",id="Tenured Gen"} 2.5E7
                jvm_memory_used_bytes{application="x",area="nonheap",id="Metaspace"} 9.9E7
                """;
        assertThat(ProcessLook.sum(page, "jvm_memory_used_bytes{", "area=\"heap\""))
                .isEqualTo(4.0e7);
    }
}
