package io.abonent.billing.payment;

import static io.abonent.billing.payment.PaymentFixture.NOW;
import static io.abonent.billing.payment.PaymentFixture.payment;
import static io.abonent.billing.payment.PaymentFixture.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.billing.provider.PaymentProvider.ProviderPayment;
import io.abonent.billing.provider.PaymentProvider.State;
import io.abonent.contracts.billing.PaymentFailed;
import io.abonent.contracts.billing.PaymentPart.FiscalStatus;
import io.abonent.contracts.billing.PaymentPart.SupplierStatus;
import io.abonent.platform.event.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The state machine alone: every word in every order. */
class PaymentTests {

    private static final Instant LATER = NOW.plus(Duration.ofHours(2));

    @Test
    void waitsAtTheProviderUntilItIsPaid() {
        Payment payment = payment(1000);

        assertThat(payment.hear(says(payment, State.PENDING), NOW)).isEqualTo(new Change.Awaiting());
        assertThat(payment.status).isEqualTo(PaymentStatus.PENDING);
        assertThat(payment.confirmationUrl).isNotNull();
        assertThat(payment.hear(says(payment, State.SUCCEEDED), NOW)).isEqualTo(new Change.Paid(false));
        assertThat(payment.paidAt).isEqualTo(NOW.plusSeconds(30));
        assertThat(payment.parts.getFirst().fiscalStatus).isEqualTo(FiscalStatus.QUEUED);
    }

    @Test
    @DisplayName("F-38: every permutation of four notices, each read anew, ends in one payment, paid once")
    void convergesWhateverTheOrder() {
        List<State> notices = List.of(State.PENDING, State.SUCCEEDED, State.SUCCEEDED, State.PENDING);
        for (List<State> order : permutations(notices)) {
            Payment payment = payment(1000);
            long paid = order.stream()
                    .map(state -> payment.hear(says(payment, state), NOW))
                    .filter(Change.Paid.class::isInstance)
                    .count();
            assertThat(paid).as("%s", order).isEqualTo(1);
            assertThat(payment.status).as("%s", order).isEqualTo(PaymentStatus.PAID);
        }
    }

    @Test
    @DisplayName("F-38: with a cancellation among them the money wins")
    void moneyWins() {
        List<State> notices = List.of(State.PENDING, State.CANCELED, State.SUCCEEDED, State.SUCCEEDED);
        for (List<State> order : permutations(notices)) {
            Payment payment = payment(1000);
            List<Change> changes = order.stream()
                    .map(state -> payment.hear(says(payment, state), NOW))
                    .toList();
            assertThat(payment.status).as("%s", order).isEqualTo(PaymentStatus.PAID);
            assertThat(changes.stream().filter(Change.Paid.class::isInstance)).hasSize(1);
            boolean failedFirst = order.indexOf(State.CANCELED) < order.indexOf(State.SUCCEEDED);
            assertThat(changes.contains(new Change.Paid(true))).as("%s", order).isEqualTo(failedFirst);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "insufficient_funds, FAILED, DECLINED",
        "expired_on_confirmation, EXPIRED, EXPIRED",
        "canceled_by_merchant, CANCELLED, CANCELLED_BY_CUSTOMER",
        ", FAILED, DECLINED"
    })
    void tellsWhyItFailed(String reason, PaymentStatus status, PaymentFailed.Reason told) {
        Payment payment = payment(1000);

        assertThat(payment.hear(says(payment, State.CANCELED, 1000, reason), NOW))
                .isEqualTo(new Change.Failed());
        assertThat(payment.status).isEqualTo(status);
        assertThat(payment.failureReason).isEqualTo(told);
    }

    @Test
    void givenUpByUsAfterItsTimeIsExpired() {
        Payment payment = payment(1000);

        payment.hear(says(payment, State.CANCELED, 1000, "canceled_by_merchant"), LATER);

        assertThat(payment.status).isEqualTo(PaymentStatus.EXPIRED);
    }

    @Test
    @DisplayName("F-36: no answer is no failure")
    void staysOpenWithoutAnswer() {
        Payment payment = payment(1000);

        payment.unanswered();

        assertThat(payment.status).isEqualTo(PaymentStatus.UNKNOWN);
        assertThat(payment.status.isOpen()).isTrue();
        assertThat(payment.hear(says(payment, State.SUCCEEDED), LATER)).isEqualTo(new Change.Paid(false));
    }

    @Test
    void isNotRefusedOnceTheProviderHasIt() {
        Payment payment = payment(1000);
        payment.hear(says(payment, State.PENDING), NOW);

        assertThat(payment.refusedByProvider(NOW)).isEqualTo(new Change.Nothing());
        assertThat(payment.status).isEqualTo(PaymentStatus.PENDING);
    }

    @Test
    @DisplayName("F-41: another payment's id, another currency, no id of ours: never posted")
    void doubtsWhatCannotBeTrue() {
        for (ProviderPayment lie : lies(payment(1000))) {
            Payment payment = payment(1000);
            ProviderPayment said = lie.paymentId() == null
                    ? lie
                    : new ProviderPayment(
                            lie.id(),
                            lie.state(),
                            lie.amountMinor(),
                            lie.currency(),
                            lie.currency().equals("USD") ? payment.paymentId : Ids.next(),
                            null,
                            null,
                            null,
                            0);

            assertThat(payment.hear(said, NOW)).isInstanceOf(Change.Doubtful.class);
            assertThat(payment.status).isEqualTo(PaymentStatus.UNKNOWN);
            assertThat(payment.mismatch).isNotNull();
            assertThat(payment.hear(said, NOW)).as("told once").isEqualTo(new Change.Nothing());
        }
    }

    private static List<ProviderPayment> lies(Payment payment) {
        return List.of(
                new ProviderPayment("x".repeat(10), State.SUCCEEDED, 1000, "RUB", Ids.next(), null, null, null, 0),
                new ProviderPayment("x".repeat(10), State.SUCCEEDED, 1000, "RUB", null, null, null, null, 0),
                new ProviderPayment(
                        "x".repeat(10), State.SUCCEEDED, 1000, "USD", payment.paymentId, null, null, null, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 999, 1001, 100_000})
    @DisplayName("F-42: another amount is posted as charged, once the provider says it twice")
    void postsWhatWasCharged(long charged) {
        Payment payment = payment(700, 300);

        assertThat(payment.hear(says(payment, State.SUCCEEDED, charged, null), NOW))
                .isEqualTo(new Change.Doubtful("AMOUNT"));
        assertThat(payment.status).isEqualTo(PaymentStatus.UNKNOWN);
        assertThat(payment.hear(says(payment, State.SUCCEEDED, charged, null), NOW))
                .isEqualTo(new Change.Paid(false));

        assertThat(payment.totalMinor).isEqualTo(charged);
        assertThat(payment.parts.stream().mapToLong(part -> part.amountMinor).sum())
                .isEqualTo(charged);
        assertThat(payment.mismatch).isEqualTo("CHARGED " + charged + " ORDERED 1000");
    }

    @Test
    @DisplayName("F-41: a slip in one answer is forgotten when the next is right")
    void forgivesASlip() {
        Payment payment = payment(1000);
        payment.hear(says(payment, State.SUCCEEDED, 10, null), NOW);

        assertThat(payment.hear(says(payment, State.SUCCEEDED), NOW)).isEqualTo(new Change.Paid(false));
        assertThat(payment.totalMinor).isEqualTo(1000);
        assertThat(payment.mismatch).isNull();
    }

    @Test
    void isPostedWhenTheLastSupplierHasIt() {
        Payment payment = payment(700, 300);
        payment.hear(says(payment, State.SUCCEEDED), NOW);

        assertThat(payment.acknowledged(payment.parts.get(1), "op-2", NOW)).isFalse();
        assertThat(payment.status).isEqualTo(PaymentStatus.PAID);
        assertThat(payment.acknowledged(payment.parts.get(0), "op-1", NOW)).isTrue();
        assertThat(payment.status).isEqualTo(PaymentStatus.POSTED);
        assertThat(payment.parts).allMatch(part -> part.supplierStatus == SupplierStatus.ACKED);
    }

    @Test
    @DisplayName("F-38, F-43: 2,000 random histories: paid at most once, never un-paid, only the provider ends it")
    void keepsItsInvariantsInAnyHistory() {
        for (long seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            Payment payment = payment(1 + random.nextInt(1000), 1 + random.nextInt(1000));
            long ordered = payment.totalMinor;
            int paid = 0;
            boolean wasPaid = false;
            for (int step = 0; step < 12; step++) {
                Change change = randomWord(payment, random, ordered);
                paid += change instanceof Change.Paid ? 1 : 0;
                wasPaid |= payment.status.isPaid();
                assertThat(payment.status.isPaid()).as("seed %s", seed).isEqualTo(wasPaid);
                assertThat(payment.parts.stream()
                                .mapToLong(part -> part.amountMinor)
                                .sum())
                        .as("seed %s", seed)
                        .isEqualTo(payment.totalMinor);
                assertThat(payment.status.isPaid()).isEqualTo(payment.paidAt != null);
            }
            assertThat(paid).as("seed %s", seed).isEqualTo(wasPaid ? 1 : 0);
        }
    }

    @Test
    @DisplayName("F-43: what went back is told once, only grows, and never exceeds what was paid")
    void followsTheMoneyBack() {
        Payment payment = payment(700, 300);
        payment.hear(says(payment, State.SUCCEEDED), NOW);

        assertThat(payment.hear(refunded(payment, 400), NOW)).isEqualTo(new Change.Refunded(400));
        assertThat(payment.hear(refunded(payment, 400), NOW)).isEqualTo(new Change.Nothing());
        assertThat(payment.hear(refunded(payment, 0), NOW)).isEqualTo(new Change.Nothing());
        assertThat(payment.hear(refunded(payment, 1001), NOW)).isInstanceOf(Change.Doubtful.class);
        assertThat(payment.hear(refunded(payment, 1000), NOW)).isEqualTo(new Change.Refunded(600));
        assertThat(payment.status).isEqualTo(PaymentStatus.PAID);
    }

    private static ProviderPayment refunded(Payment payment, long minor) {
        return new ProviderPayment(
                PaymentFixture.PROVIDER_ID,
                State.SUCCEEDED,
                payment.totalMinor,
                "RUB",
                payment.paymentId,
                null,
                null,
                null,
                minor);
    }

    private static Change randomWord(Payment payment, Random random, long ordered) {
        Instant now = NOW.plusSeconds(random.nextInt(10_000));
        return switch (random.nextInt(6)) {
            case 0 -> payment.unanswered();
            case 1 -> payment.refusedByProvider(now);
            case 2 -> payment.missingAtProvider();
            case 3 -> payment.hear(says(payment, State.PENDING, ordered, null), now);
            case 4 -> payment.hear(says(payment, State.CANCELED, ordered, "expired_on_confirmation"), now);
            default -> payment.hear(says(payment, State.SUCCEEDED, ordered + random.nextInt(2), null), now);
        };
    }

    private static <T> List<List<T>> permutations(List<T> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> all = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            List<T> rest = new ArrayList<>(items);
            T first = rest.remove(index);
            for (List<T> tail : permutations(rest)) {
                List<T> whole = new ArrayList<>(List.of(first));
                whole.addAll(tail);
                all.add(whole);
            }
        }
        return all;
    }
}
