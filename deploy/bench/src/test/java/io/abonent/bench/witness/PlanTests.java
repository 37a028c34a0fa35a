package io.abonent.bench.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTests {

    @Test
    void nobodySharesAPhoneOrAnAccountWithAnybody() {
        Set<String> phones = new HashSet<>();
        Set<String> accounts = new HashSet<>();
        for (int number = 1; number <= 20_000; number++) {
            Plan plan = new Plan(7, number);
            assertThat(phones.add(plan.phone())).as("phone of %s", number).isTrue();
            for (int account = 0; account < 3; account++) {
                String next = plan.nextAccount();
                assertThat(next).matches("3\\d{7}");
                assertThat(accounts.add(next)).as("account of %s", number).isTrue();
            }
        }
    }

    @Test
    void theSameSeedMakesTheSameCustomerAndAnotherSeedAnother() {
        assertThat(life(new Plan(7, 3))).isEqualTo(life(new Plan(7, 3)));
        assertThat(life(new Plan(7, 3))).isNotEqualTo(life(new Plan(8, 3)));
    }

    private static List<String> life(Plan plan) {
        return IntStream.range(0, 50)
                .mapToObj(step -> plan.nextStep() + " " + plan.key() + " " + plan.nextAmountMinor())
                .toList();
    }

    @Test
    void noTwoQuotesOfACustomerHaveTheSameAmount() {
        Plan plan = new Plan(7, 3);
        List<Long> amounts = IntStream.range(0, 200)
                .mapToObj(quote -> plan.nextAmountMinor())
                .toList();
        assertThat(amounts).doesNotHaveDuplicates();
    }
}
