package io.abonent.billing.meter;

import java.time.LocalDate;

/** @param countsFor {@code YYYY-MM} */
public record WindowView(Mode mode, LocalDate from, LocalDate to, boolean open, String countsFor) {

    public enum Mode {
        ALWAYS,
        HARD_WINDOW
    }

    public static WindowView of(ReadingWindow window) {
        return new WindowView(
                window.hard() ? Mode.HARD_WINDOW : Mode.ALWAYS,
                window.from(),
                window.to(),
                window.open(),
                window.countsFor().toString());
    }
}
