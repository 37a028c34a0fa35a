package io.abonent.gateway.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Few bars with their values written on them, laid out for a phone's width: the fragment {@code chart} draws it, and a
 * table beside it says the same in words.
 *
 * @param top the value of the upper grid line
 */
public record BarChart(String title, List<Bar> bars, BigDecimal top) {

    public static final int WIDTH = 340;
    public static final int HEIGHT = 180;

    private static final int FLOOR = 150;
    private static final int CEILING = 28;
    private static final int WIDEST = 36;
    private static final int LEAST_SEEN = 2;

    /**
     * @param label under the bar
     * @param name in the table
     * @param written the amount as people read it
     * @param shortly the same, in what fits above the bar
     */
    public record Value(String label, String name, BigDecimal amount, String written, String shortly) {}

    /** In the coordinates of the drawing; a bar without a height has no amount. */
    public record Bar(Value value, int x, int y, int width, int height) {

        public int middle() {
            return x + width / 2;
        }

        public int above() {
            return y - 6;
        }

        public boolean empty() {
            return height == 0;
        }
    }

    public static BarChart of(String title, List<Value> values) {
        BigDecimal top = values.stream().map(Value::amount).reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal round = roundUp(top);
        List<Bar> bars = new ArrayList<>();
        int slot = WIDTH / Math.max(1, values.size());
        int width = Math.min(WIDEST, slot - 8);
        for (int index = 0; index < values.size(); index++) {
            int height = height(values.get(index).amount(), round);
            bars.add(new Bar(values.get(index), index * slot + (slot - width) / 2, FLOOR - height, width, height));
        }
        return new BarChart(title, List.copyOf(bars), round);
    }

    /** Nothing to see: no bar stands. */
    public boolean isEmpty() {
        return bars.stream().allMatch(Bar::empty);
    }

    public int floor() {
        return FLOOR;
    }

    public int ceiling() {
        return CEILING;
    }

    private static int height(BigDecimal amount, BigDecimal top) {
        if (amount.signum() <= 0) {
            return 0;
        }
        int height = amount.multiply(BigDecimal.valueOf(FLOOR - CEILING))
                .divide(top, 0, RoundingMode.HALF_UP)
                .intValueExact();
        return Math.max(LEAST_SEEN, height);
    }

    /** To the next 1, 2 or 5 with zeros, so that bars of neighbouring charts do not all touch the ceiling. */
    private static BigDecimal roundUp(BigDecimal value) {
        if (value.signum() == 0) {
            return BigDecimal.ONE;
        }
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(value.precision() - value.scale() - 1);
        for (int step : new int[] {1, 2, 5, 10}) {
            BigDecimal candidate = power.multiply(BigDecimal.valueOf(step), MathContext.UNLIMITED);
            if (candidate.compareTo(value) >= 0) {
                return candidate;
            }
        }
        throw new IllegalStateException("ten times the leading power is never below " + value);
    }
}
