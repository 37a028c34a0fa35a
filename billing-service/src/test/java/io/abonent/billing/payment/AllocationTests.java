package io.abonent.billing.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AllocationTests {

    @Test
    void splitsInProportion() {
        assertThat(Allocation.proportional(100, new long[] {700, 300})).containsExactly(70, 30);
        assertThat(Allocation.proportional(100, new long[] {1, 1, 1})).containsExactly(34, 33, 33);
    }

    @Test
    void losesNoKopeckAndIsNeverOffByMore() {
        for (long seed = 0; seed < 5000; seed++) {
            Random random = new Random(seed);
            long total = random.nextLong(10_000_000_000L);
            long[] weights =
                    random.longs(1 + random.nextInt(20), 1, 1_000_000_000L).toArray();
            long sum = Arrays.stream(weights).sum();
            long[] shares = Allocation.proportional(total, weights);
            assertThat(Arrays.stream(shares).sum()).as("seed %s", seed).isEqualTo(total);
            for (int index = 0; index < weights.length; index++) {
                double exact = (double) total * weights[index] / sum;
                assertThat(Math.abs(shares[index] - exact)).as("seed %s", seed).isLessThan(1.01);
            }
        }
    }

    @Test
    void refusesToSplitBetweenNobody() {
        assertThatThrownBy(() -> Allocation.proportional(1, new long[] {0}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Allocation.proportional(-1, new long[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
