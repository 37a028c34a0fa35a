package io.abonent.bench.stress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApartTests {

    @ParameterizedTest
    @CsvSource({"2, 0, 1", "4, 0-2, 3", "64, 0-62, 63"})
    void nobodySharesAProcessor(int processors, String houses, String ours) {
        Apart apart = new Apart(processors);

        assertThat(apart.houses()).isEqualTo(houses);
        assertThat(apart.ours()).isEqualTo(ours);
    }
}
