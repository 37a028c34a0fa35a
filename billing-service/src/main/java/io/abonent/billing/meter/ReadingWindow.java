package io.abonent.billing.meter;

import io.abonent.billing.supplier.SupplierProfile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * When readings are taken and for which period, in the supplier's days.
 *
 * @param from first day of the window that is open, or of the next one
 * @param to its last day
 * @param open whether a reading handed in now is taken
 * @param countsFor the billing period it counts for, or would count for at the next opening
 */
public record ReadingWindow(boolean hard, LocalDate from, LocalDate to, boolean open, YearMonth countsFor) {

    public static ReadingWindow at(SupplierProfile supplier, Instant moment) {
        SupplierProfile.ReadingLimits rules = supplier.readings();
        LocalDate today = LocalDate.ofInstant(moment, supplier.timeZone());
        YearMonth month = YearMonth.from(today);
        LocalDate to = day(month, rules.windowToDay());
        YearMonth period = today.isAfter(to) ? month.plusMonths(1) : month;
        LocalDate from = day(period, rules.windowFromDay());
        LocalDate until = day(period, rules.windowToDay());
        boolean open = !rules.hardWindow() || !today.isBefore(from);
        return new ReadingWindow(rules.hardWindow(), from, until, open, period);
    }

    /** The 31st of a shorter month is its last day. */
    private static LocalDate day(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }
}
