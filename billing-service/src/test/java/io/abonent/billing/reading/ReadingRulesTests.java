package io.abonent.billing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.billing.meter.Meter;
import io.abonent.billing.reading.ReadingRules.Base;
import io.abonent.billing.reading.ReadingRules.Judgement;
import io.abonent.billing.reading.ReadingRules.Submission;
import io.abonent.billing.supplier.SupplierProfile;
import io.abonent.billing.supplier.SupplierProfile.PaymentLimits;
import io.abonent.billing.supplier.SupplierProfile.ReadingLimits;
import io.abonent.platform.event.Ids;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingRulesTests {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final ReadingLimits GAS = new ReadingLimits(true, false, 1, 25, 0, true, 10_000);
    private static final ReadingProperties PROPERTIES = new ReadingProperties(
            new BigDecimal(3),
            new BigDecimal(300),
            new BigDecimal(1000),
            10,
            Duration.ofSeconds(2),
            Duration.ofSeconds(15),
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            Duration.ofMinutes(10));

    @ParameterizedTest
    @CsvSource({
        // previous, given, usual, rollover, high -> outcome (a number: what is recorded)
        "1176, 1201, , false, false, 1201",
        "1176, 1201.9, , false, false, 1201",
        "1176, 1201.999, , false, false, 1201",
        "1176, 1201.9999, , false, false, READING_PRECISION",
        "1176, 1201.5000, , false, false, 1201",
        "1176, 1176, , false, false, 1176",
        "1176, 1175, , false, false, READING_BELOW_PREVIOUS",
        "1176, 0, , false, false, READING_BELOW_PREVIOUS",
        "1176, 2176, , false, false, 2176",
        "1176, 2177, , false, false, READING_CONFIRMATION_REQUIRED",
        "1176, 2177, , false, true, 2177",
        "1176, 1476, 20, false, false, 1476",
        "1176, 1477, 20, false, false, READING_CONFIRMATION_REQUIRED",
        "1176, 1777, 200, false, false, READING_CONFIRMATION_REQUIRED",
        "1176, 1776, 200, false, false, 1776",
        "1176, 11176, , false, true, 11176",
        "1176, 11177, , false, true, READING_TOO_HIGH",
        "1176, 100000, , false, true, READING_TOO_HIGH",
        "99900, 15, , false, false, READING_CONFIRMATION_REQUIRED",
        "99900, 15, , true, false, 15",
        "89999, 15, , true, true, READING_BELOW_PREVIOUS",
        "99900, 10000, , true, true, READING_BELOW_PREVIOUS",
        ", 5, , false, false, 5",
        "1176.700, 1176, , false, false, 1176"
    })
    void judgesValues(
            @Nullable String previous,
            String given,
            @Nullable String usual,
            boolean rollover,
            boolean high,
            String outcome) {
        Submission submission = submission(
                meter(false, null),
                List.of(value("T1", given)),
                previous == null ? Map.of() : Map.of("T1", new Base(new BigDecimal(previous), day("2026-10-24"))),
                Optional.ofNullable(usual).map(BigDecimal::new),
                true,
                rollover,
                high,
                NOW,
                NOW);

        assertThat(said(new ReadingRules(supplier(GAS, true), PROPERTIES).judge(submission)))
                .isEqualTo(outcome);
    }

    @Test
    void keepsTheDigitsTheSupplierBills() {
        ReadingLimits fine = new ReadingLimits(true, false, 1, 25, 3, true, 10_000);
        assertThat(said(new ReadingRules(supplier(fine, true), PROPERTIES).judge(plain("1201.1239"))))
                .isEqualTo("READING_PRECISION");
        assertThat(said(new ReadingRules(supplier(fine, true), PROPERTIES).judge(plain("1201.123"))))
                .isEqualTo("1201.123");
    }

    @Test
    void zeroConsumptionIsTheSuppliersChoice() {
        ReadingLimits noZero = new ReadingLimits(true, false, 1, 25, 0, false, 10_000);
        assertThat(said(new ReadingRules(supplier(noZero, true), PROPERTIES).judge(plain("1176"))))
                .isEqualTo("ZERO_NOT_ALLOWED");
        assertThat(said(new ReadingRules(supplier(noZero, true), PROPERTIES).judge(plain("1177"))))
                .isEqualTo("1177");
    }

    @Test
    void everyRegisterOfTheMeterHasToBeThereOnce() {
        ReadingRules rules = new ReadingRules(supplier(GAS, true), PROPERTIES);
        assertThat(said(rules.judge(with(List.of(value("T2", "1")))))).isEqualTo("REGISTER_MISSING");
        assertThat(said(rules.judge(with(List.of(value("T1", "1201"), value("T1", "1202"))))))
                .isEqualTo("REGISTER_MISSING");
        assertThat(said(rules.judge(with(List.of(value("T1", "1201"), value("T9", "1"))))))
                .isEqualTo("REGISTER_MISSING");
    }

    @Test
    void refusesOutsideAHardWindowInTheSuppliersDays() {
        ReadingLimits window = new ReadingLimits(true, true, 15, 25, 0, true, 10_000);
        ReadingRules rules = new ReadingRules(supplier(window, true), PROPERTIES);
        assertThat(said(rules.judge(at("2026-11-14T20:59:00Z")))).isEqualTo("READING_WINDOW_CLOSED");
        assertThat(said(rules.judge(at("2026-11-14T21:00:00Z")))).isEqualTo("1201");
        assertThat(said(rules.judge(at("2026-11-25T20:59:00Z")))).isEqualTo("1201");
        assertThat(said(rules.judge(at("2026-11-25T21:00:00Z")))).isEqualTo("READING_WINDOW_CLOSED");
    }

    @Test
    void refusesMetersThatCannotBeRead() {
        ReadingRules rules = new ReadingRules(supplier(GAS, true), PROPERTIES);
        assertThat(said(rules.judge(of(meter(true, null), true)))).isEqualTo("METER_REMOVED");
        assertThat(said(rules.judge(of(meter(false, day("2026-11-19")), true)))).isEqualTo("CALIBRATION_EXPIRED");
        assertThat(said(rules.judge(of(meter(false, day("2026-11-20")), true)))).isEqualTo("1201");
        ReadingLimits extendedOnly = new ReadingLimits(false, false, 1, 25, 0, true, 10_000);
        ReadingRules strict = new ReadingRules(supplier(extendedOnly, true), PROPERTIES);
        assertThat(said(strict.judge(of(meter(false, null), false)))).isEqualTo("METER_NOT_READABLE");
        assertThat(said(strict.judge(of(meter(false, null), true)))).isEqualTo("1201");
        assertThat(said(new ReadingRules(supplier(GAS, false), PROPERTIES).judge(plain("1201"))))
                .isEqualTo("METER_NOT_READABLE");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T12:04:00Z, 1201",
        "2026-11-20T12:06:00Z, READING_DATE_INVALID",
        "2026-10-23T20:59:59Z, READING_DATE_INVALID",
        "2026-10-23T21:00:00Z, 1201"
    })
    void wasReadBetweenTheLastTimeAndNow(Instant captured, String outcome) {
        Submission submission = submission(
                meter(false, null),
                List.of(value("T1", "1201")),
                Map.of("T1", new Base(new BigDecimal(1176), day("2026-10-24"))),
                Optional.empty(),
                true,
                false,
                false,
                captured,
                NOW);
        assertThat(said(new ReadingRules(supplier(GAS, true), PROPERTIES).judge(submission)))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T20:59:00Z, 2026-11",
        "2026-11-25T21:00:00Z, 2026-12",
        "2026-12-31T20:59:00Z, 2027-01",
        "2026-12-31T21:00:00Z, 2027-01"
    })
    void countsForTheNextPeriodAfterTheCutOff(String now, String period) {
        Judgement judgement = new ReadingRules(supplier(GAS, true), PROPERTIES).judge(at(now));
        assertThat(((Judgement.Fine) judgement).window().countsFor().toString()).isEqualTo(period);
    }

    private static String said(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Fine fine -> fine.recorded().getFirst().value().toPlainString();
            case Judgement.Refused(ReadingRefusal why) -> why.name();
        };
    }

    private static Submission plain(String value) {
        return with(List.of(value("T1", value)));
    }

    private static Submission with(List<ReadingRequest.RegisterValue> values) {
        return submission(meter(false, null), values, base(), Optional.empty(), true, false, false, NOW, NOW);
    }

    private static Submission of(Meter meter, boolean extended) {
        return submission(
                meter, List.of(value("T1", "1201")), base(), Optional.empty(), extended, false, false, NOW, NOW);
    }

    private static Submission at(String now) {
        Instant moment = Instant.parse(now);
        return submission(
                meter(false, null),
                List.of(value("T1", "1201")),
                base(),
                Optional.empty(),
                true,
                false,
                false,
                moment,
                moment);
    }

    private static Submission submission(
            Meter meter,
            List<ReadingRequest.RegisterValue> values,
            Map<String, Base> bases,
            Optional<BigDecimal> usual,
            boolean extended,
            boolean rollover,
            boolean high,
            Instant captured,
            Instant now) {
        return new Submission(meter, values, captured, bases, usual, extended, rollover, high, now);
    }

    private static Map<String, Base> base() {
        return Map.of("T1", new Base(new BigDecimal(1176), day("2026-10-24")));
    }

    private static Meter meter(boolean removed, @Nullable LocalDate calibrationDueOn) {
        return new Meter(
                Ids.next(),
                Ids.next(),
                Ids.next(),
                "00417733",
                "ВК-G4",
                5,
                calibrationDueOn,
                removed,
                List.of(new Meter.Register("T1", "m3", new BigDecimal(1176), day("2026-10-24"))));
    }

    private static ReadingRequest.RegisterValue value(String code, String value) {
        return new ReadingRequest.RegisterValue(code, new BigDecimal(value));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static SupplierProfile supplier(ReadingLimits readings, boolean readsNow) {
        return new SupplierProfile(
                UUID.randomUUID(),
                "Газ Тест",
                ZoneId.of("Europe/Moscow"),
                true,
                readsNow,
                new PaymentLimits("RUB", 100, 10_000_000, "1831000001"),
                readings);
    }
}
