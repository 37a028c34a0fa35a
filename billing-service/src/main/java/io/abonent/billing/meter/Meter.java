package io.abonent.billing.meter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meter as the supplier described it.
 *
 * @param digits before the point; after all nines it starts again from zero
 * @param calibrationDueOn from the day after it the supplier does not take readings
 * @param removed the supplier does not name it any more
 */
public record Meter(
        UUID meterId,
        UUID supplyAccountId,
        UUID supplierId,
        String serial,
        String model,
        int digits,
        @Nullable LocalDate calibrationDueOn,
        boolean removed,
        List<Register> registers) {

    private static final int SHOWN = 3;

    /**
     * @param previousValue the last value in the supplier's books
     * @param previousDate of that value
     */
    public record Register(
            String code,
            String unit,
            @Nullable BigDecimal previousValue,
            @Nullable LocalDate previousDate) {}

    Meter withRegisters(List<Register> read) {
        return new Meter(meterId, supplyAccountId, supplierId, serial, model, digits, calibrationDueOn, removed, read);
    }

    /** The serial proves access, so little of it is shown. */
    public String serialMasked() {
        int hidden = Math.max(0, serial.length() - SHOWN);
        return "*".repeat(hidden) + serial.substring(hidden);
    }

    public Optional<Register> register(String code) {
        return registers.stream()
                .filter(register -> register.code().equals(code))
                .findFirst();
    }

    /** The value after which it starts again from zero. */
    public BigDecimal capacity() {
        return BigDecimal.TEN.pow(digits);
    }

    @Override
    public String toString() {
        return "Meter[" + meterId + "]";
    }
}
