package io.abonent.gateway.reading;

import io.abonent.gateway.page.BarChart;
import io.abonent.gateway.page.Written;
import io.abonent.gateway.service.BillingService.Meter;
import io.abonent.gateway.service.BillingService.PastReading;
import io.abonent.gateway.service.BillingService.ReadingStatus;
import io.abonent.gateway.service.BillingService.RecordedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What was used from one accepted reading to the next, by the period it counts for. */
final class Consumption {

    private static final int SHOWN = 6;

    private Consumption() {}

    record Used(String period, BigDecimal amount, String unit) {}

    /** The last periods, the oldest first; a period whose dial went past zero has no difference to show. */
    static List<Used> of(String registerCode, List<PastReading> readings) {
        List<PastReading> accepted = readings.stream()
                .filter(reading -> reading.status() == ReadingStatus.ACCEPTED)
                .sorted(Comparator.comparing(PastReading::countsFor).thenComparing(PastReading::submittedAt))
                .toList();
        List<Used> used = new ArrayList<>();
        for (int index = 1; index < accepted.size(); index++) {
            PastReading reading = accepted.get(index);
            Optional<RecordedValue> before = value(accepted.get(index - 1), registerCode);
            Optional<RecordedValue> after = value(reading, registerCode);
            if (before.isEmpty() || after.isEmpty()) {
                continue;
            }
            BigDecimal amount = new BigDecimal(after.get().value())
                    .subtract(new BigDecimal(before.get().value()));
            if (amount.signum() >= 0) {
                used.add(new Used(reading.countsFor(), amount, after.get().unit()));
            }
        }
        return used.subList(Math.max(0, used.size() - SHOWN), used.size());
    }

    static Optional<BarChart> chart(Meter meter, List<PastReading> readings, String title, Written written) {
        String register = meter.registers().getFirst().code();
        List<Used> used = of(register, readings);
        if (used.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(BarChart.of(
                title,
                used.stream()
                        .map(one -> new BarChart.Value(
                                written.shortMonth(one.period()),
                                written.month(one.period()),
                                one.amount(),
                                written.volume(one.amount().toPlainString(), one.unit()),
                                written.number(one.amount())))
                        .toList()));
    }

    private static Optional<RecordedValue> value(PastReading reading, String code) {
        return reading.registers().stream()
                .filter(value -> value.code().equals(code))
                .findFirst();
    }
}
