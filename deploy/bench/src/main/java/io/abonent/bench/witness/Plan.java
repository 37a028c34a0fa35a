package io.abonent.bench.witness;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Everything about a customer that chance decides, from the seed and the customer's number. */
final class Plan {

    private static final List<String> PREFIXES =
            List.of("903", "905", "909", "910", "912", "916", "921", "926", "961", "981");
    private static final long FIRST_ACCOUNT = 30_000_000L;
    private static final long ACCOUNTS = 10_000_000L;
    private static final int ACCOUNTS_EACH = 8;
    /** Has no common factor with the number of accounts: every customer's accounts are nobody else's. */
    private static final long STRIDE = 7_654_321L;

    enum Step {
        LINK,
        PAY,
        READ,
        ASK,
        SIGN_IN,
        ASK_WRONGLY,
        LINK_WRONGLY,
        PAY_WRONGLY
    }

    private final SplittableRandom random;
    private final long seed;
    private final int number;
    private int linked;
    private int amounts;

    Plan(long seed, int number) {
        this.seed = seed;
        this.number = number;
        this.random = new SplittableRandom(seed * 1_000_003L + number);
    }

    /** Unique within a run: the number is in it, in a shuffled place of the whole space. */
    String phone() {
        long space = PREFIXES.size() * 10_000_000L;
        long place = Math.floorMod(seed * 39_916_801L + number * 62_345_677L, space);
        return "+7" + PREFIXES.get((int) (place / 10_000_000L))
                + String.format(Locale.ROOT, "%07d", place % 10_000_000L);
    }

    String nextAccount() {
        long index = Math.floorMod(seed * 104_729L + (long) number * ACCOUNTS_EACH + linked++, ACCOUNTS);
        return Long.toString(FIRST_ACCOUNT + Math.floorMod(index * STRIDE, ACCOUNTS));
    }

    boolean mayLinkMore() {
        return linked < 3;
    }

    /** No other quote of this customer has this amount. */
    long nextAmountMinor() {
        return 10_000L + 1_000L * amounts++ + random.nextInt(1_000);
    }

    boolean sometimes(double share) {
        return random.nextDouble() < share;
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }

    String key() {
        return String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong());
    }

    Step nextStep() {
        int dice = random.nextInt(100);
        if (dice < 34) {
            return Step.PAY;
        } else if (dice < 62) {
            return Step.READ;
        } else if (dice < 82) {
            return Step.ASK;
        } else if (dice < 88) {
            return mayLinkMore() ? Step.LINK : Step.ASK;
        } else if (dice < 91) {
            return Step.SIGN_IN;
        } else if (dice < 94) {
            return Step.ASK_WRONGLY;
        } else if (dice < 97) {
            return Step.LINK_WRONGLY;
        }
        return Step.PAY_WRONGLY;
    }

    String decision() {
        int dice = random.nextInt(100);
        if (dice < 80) {
            return "SUCCEEDED";
        } else if (dice < 88) {
            return "DECLINED";
        } else if (dice < 94) {
            return "DUPLICATE_NOTIFICATIONS";
        }
        return "REORDERED_NOTIFICATIONS";
    }
}
