package io.abonent.bench.speed;

import java.util.Locale;

/**
 * A row of the table.
 *
 * @param measured and {@code limit} in the words of the row, with their units
 * @param aim as the design says it
 */
public record Line(String name, String what, String measured, String limit, String ratio, String aim, boolean holds) {

    public static Line ratio(String name, String what, double measured, double limit, String unit, double atLeast) {
        return ratio(name, what, new Sides.Medians(measured, limit), unit, atLeast);
    }

    static Line ratio(String name, String what, Sides.Medians medians, String unit, double atLeast) {
        double ratio = medians.measured() / medians.limit();
        return new Line(
                name,
                what,
                String.format(Locale.ROOT, "%,.0f %s", medians.measured(), unit),
                String.format(Locale.ROOT, "%,.0f %s", medians.limit(), unit),
                String.format(Locale.ROOT, "%.2f", ratio),
                String.format(Locale.ROOT, "≥ %.2f", atLeast),
                ratio >= atLeast);
    }

    @Override
    public String toString() {
        return "| %s | %s | %s | %s | %s | %s | %s |"
                .formatted(name, what, measured, limit, ratio, aim, holds ? "yes" : "**no**");
    }
}
