package io.abonent.billing.meter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record MetersView(List<Item> items) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID meterId,
            String serialMasked,
            String model,
            @Nullable LocalDate calibrationDueOn,
            List<RegisterView> registers,
            WindowView window) {}

    /** @param previous EXTENDED access only */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RegisterView(String code, String unit, @Nullable Previous previous) {}

    record Previous(String value, LocalDate date) {}

    static MetersView of(List<Meter> meters, boolean extended, ReadingWindow window) {
        WindowView windowView = WindowView.of(window);
        return new MetersView(meters.stream()
                .map(meter -> new Item(
                        meter.meterId(),
                        meter.serialMasked(),
                        meter.model(),
                        meter.calibrationDueOn(),
                        meter.registers().stream()
                                .map(register -> new RegisterView(
                                        register.code(), register.unit(), extended ? previous(register) : null))
                                .toList(),
                        windowView))
                .toList());
    }

    private static @Nullable Previous previous(Meter.Register register) {
        if (register.previousValue() == null || register.previousDate() == null) {
            return null;
        }
        return new Previous(register.previousValue().stripTrailingZeros().toPlainString(), register.previousDate());
    }
}
