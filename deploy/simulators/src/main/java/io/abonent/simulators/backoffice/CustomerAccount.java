package io.abonent.simulators.backoffice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account as the supplier opened it; what has been paid and read since then is in {@link Books}.
 *
 * @param key number of the account as a number: unique within the supplier
 * @param pin null where the supplier issues none
 * @param openingLines what was due at the start, in kopecks; a negative total means money paid ahead
 */
record CustomerAccount(
        Supplier supplier,
        long key,
        String number,
        String address,
        boolean open,
        @Nullable String pin,
        List<Line> openingLines,
        List<Meter> meters) {

    enum Service {
        GAS,
        HEAT,
        PENALTY,
        MAINTENANCE
    }

    record Line(Service service, long amountMinor) {}

    record Meter(
            String serial,
            String model,
            int digits,
            int fractionDigits,
            String unit,
            LocalDate calibrationDueOn,
            BigDecimal openingValue,
            @Nullable LocalDate openingDate) {}

    long openingDebtMinor() {
        return openingLines.stream().mapToLong(Line::amountMinor).sum();
    }

    /** Whether the secret proves that the asker belongs to the account. */
    boolean knows(AccessMethod method, String secret) {
        String given = secret.strip();
        return switch (method) {
            case PIN -> given.equals(pin);
            case METER_SERIAL ->
                meters.stream().anyMatch(meter -> meter.serial().equalsIgnoreCase(given));
        };
    }

    boolean offers(AccessMethod method) {
        return switch (method) {
            case PIN -> pin != null;
            case METER_SERIAL -> true;
        };
    }

    enum AccessMethod {
        PIN,
        METER_SERIAL
    }
}
