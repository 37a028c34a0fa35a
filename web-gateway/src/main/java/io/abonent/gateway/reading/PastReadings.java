package io.abonent.gateway.reading;

import io.abonent.gateway.page.BarChart;
import io.abonent.gateway.page.Written;
import io.abonent.gateway.service.Asked;
import io.abonent.gateway.service.BillingService;
import io.abonent.gateway.service.BillingService.Meter;
import io.abonent.gateway.service.BillingService.PastReading;
import io.abonent.gateway.service.BillingService.ReadingHistory;
import io.abonent.gateway.service.SideBySide;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Readings handed in here, of all meters of an account. */
@Component
class PastReadings {

    private static final int SHOWN = 12;
    private static final int ASKED = 24;

    private final BillingService billing;
    private final SideBySide sideBySide;
    private final Written written;
    private final MessageSource messages;

    PastReadings(BillingService billing, SideBySide sideBySide, Written written, MessageSource messages) {
        this.billing = billing;
        this.sideBySide = sideBySide;
        this.written = written;
        this.messages = messages;
    }

    /**
     * @param more meters of which there is more than is shown
     * @param incomplete some meter's history cannot be had now
     * @param moving some reading is not decided yet
     */
    record Shown(List<Entry> entries, List<BarChart> charts, List<Meter> more, boolean incomplete, boolean moving) {}

    record Entry(Meter meter, PastReading reading) {

        public String kind() {
            return switch (reading.status()) {
                case ACCEPTED -> "good";
                case SUBMITTED, SENT, QUEUED, UNKNOWN -> "wait";
                case REJECTED -> "bad";
                case SUPERSEDED -> "quiet";
            };
        }
    }

    Shown of(List<Meter> meters) {
        List<Asked<ReadingHistory>> asked = meters.stream()
                .map(meter -> sideBySide.ask(() -> billing.readings(meter.meterId(), null, ASKED)))
                .toList();
        List<Entry> entries = new ArrayList<>();
        List<BarChart> charts = new ArrayList<>();
        Set<Meter> more = new LinkedHashSet<>();
        boolean incomplete = false;
        for (int index = 0; index < meters.size(); index++) {
            Meter meter = meters.get(index);
            ReadingHistory history = asked.get(index).answer().orNull();
            if (history == null) {
                incomplete = true;
                continue;
            }
            history.items().forEach(reading -> entries.add(new Entry(meter, reading)));
            if (history.nextCursor() != null) {
                more.add(meter);
            }
            Consumption.chart(meter, history.items(), title(meter), written).ifPresent(charts::add);
        }
        entries.sort(Comparator.comparing((Entry entry) -> entry.reading().submittedAt())
                .reversed());
        List<Entry> shown = List.copyOf(entries.subList(0, Math.min(SHOWN, entries.size())));
        boolean moving = entries.stream().anyMatch(entry -> entry.kind().equals("wait"));
        entries.subList(shown.size(), entries.size()).forEach(entry -> more.add(entry.meter()));
        return new Shown(shown, List.copyOf(charts), List.copyOf(more), incomplete, moving);
    }

    private String title(Meter meter) {
        return messages.getMessage(
                "reading.chart", new Object[] {meter.serialMasked()}, LocaleContextHolder.getLocale());
    }
}
