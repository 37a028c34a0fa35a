package io.abonent.billing.reading;

import io.abonent.billing.meter.Meter;
import io.abonent.billing.meter.ReadingWindow;
import io.abonent.billing.supplier.SupplierProfile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of {@code domain.md} §1.5 for one meter; pure. */
final class ReadingRules {

    /** More is kept by nobody. */
    private static final int MAX_FRACTION = 3;

    /** Clocks of phones differ from ours. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final SupplierProfile supplier;
    private final ReadingProperties properties;

    ReadingRules(SupplierProfile supplier, ReadingProperties properties) {
        this.supplier = supplier;
        this.properties = properties;
    }

    /** What it is compared with: the last value in the supplier's books, or for a correction the one before. */
    record Base(@Nullable BigDecimal value, @Nullable LocalDate date) {}

    /**
     * @param consumedUsually per submission, if known
     * @param rolloverConfirmed the person says that the meter went past its last nine
     * @param highConfirmed the person says that so much was really used
     */
    record Submission(
            Meter meter,
            List<ReadingRequest.RegisterValue> registers,
            Instant capturedAt,
            Map<String, Base> bases,
            Optional<BigDecimal> consumedUsually,
            boolean extended,
            boolean rolloverConfirmed,
            boolean highConfirmed,
            Instant now) {}

    sealed interface Judgement {

        record Fine(List<Recorded> recorded, ReadingWindow window) implements Judgement {}

        record Refused(ReadingRefusal why) implements Judgement {}
    }

    /** As it goes to the supplier: cut to the digits it bills. */
    record Recorded(String code, String unit, BigDecimal value, Base base) {}

    Judgement judge(Submission submission) {
        Optional<ReadingRefusal> refusal = checkMeter(submission).or(() -> checkDates(submission));
        if (refusal.isPresent()) {
            return new Judgement.Refused(refusal.get());
        }
        List<Recorded> recorded = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ReadingRequest.RegisterValue given : submission.registers()) {
            Optional<Meter.Register> register = submission.meter().register(given.code());
            if (register.isEmpty() || !seen.add(given.code())) {
                return new Judgement.Refused(ReadingRefusal.REGISTER_MISSING);
            }
            if (given.value().stripTrailingZeros().scale() > MAX_FRACTION) {
                return new Judgement.Refused(ReadingRefusal.READING_PRECISION);
            }
            // Down, never up: nobody is billed for what has not been used yet.
            BigDecimal value = given.value().setScale(supplier.readings().fractionDigits(), RoundingMode.DOWN);
            Base base = submission.bases().getOrDefault(given.code(), new Base(null, null));
            Optional<ReadingRefusal> why = checkValue(submission, value, base);
            if (why.isPresent()) {
                return new Judgement.Refused(why.get());
            }
            recorded.add(new Recorded(given.code(), register.get().unit(), value, base));
        }
        if (seen.size() < submission.meter().registers().size()) {
            return new Judgement.Refused(ReadingRefusal.REGISTER_MISSING);
        }
        return new Judgement.Fine(List.copyOf(recorded), ReadingWindow.at(supplier, submission.now()));
    }

    private Optional<ReadingRefusal> checkMeter(Submission submission) {
        if (!supplier.readsNow()
                || (!submission.extended() && !supplier.readings().allowedInBasic())) {
            return Optional.of(ReadingRefusal.METER_NOT_READABLE);
        }
        if (submission.meter().removed()) {
            return Optional.of(ReadingRefusal.METER_REMOVED);
        }
        LocalDate calibrationDue = submission.meter().calibrationDueOn();
        if (calibrationDue != null && calibrationDue.isBefore(day(submission.now()))) {
            return Optional.of(ReadingRefusal.CALIBRATION_EXPIRED);
        }
        if (!ReadingWindow.at(supplier, submission.now()).open()) {
            return Optional.of(ReadingRefusal.READING_WINDOW_CLOSED);
        }
        return Optional.empty();
    }

    private Optional<ReadingRefusal> checkDates(Submission submission) {
        Instant captured = submission.capturedAt();
        boolean ahead = captured.isAfter(submission.now().plus(CLOCK_SKEW));
        boolean beforeLast = submission.bases().values().stream()
                .anyMatch(base -> base.date() != null && day(captured).isBefore(base.date()));
        return ahead || beforeLast ? Optional.of(ReadingRefusal.READING_DATE_INVALID) : Optional.empty();
    }

    private Optional<ReadingRefusal> checkValue(Submission submission, BigDecimal value, Base base) {
        BigDecimal capacity = submission.meter().capacity();
        if (value.compareTo(capacity) >= 0) {
            return Optional.of(ReadingRefusal.READING_TOO_HIGH);
        }
        if (base.value() == null) {
            return Optional.empty();
        }
        BigDecimal previous = base.value().setScale(supplier.readings().fractionDigits(), RoundingMode.DOWN);
        BigDecimal consumed = value.subtract(previous);
        if (consumed.signum() < 0) {
            if (!looksLikeRollover(previous, value, capacity)) {
                return Optional.of(ReadingRefusal.READING_BELOW_PREVIOUS);
            }
            if (!submission.rolloverConfirmed()) {
                return Optional.of(ReadingRefusal.READING_CONFIRMATION_REQUIRED);
            }
            consumed = consumed.add(capacity);
        }
        return checkConsumption(submission, consumed);
    }

    /** From the last tenth of the dial into the first. */
    private static boolean looksLikeRollover(BigDecimal previous, BigDecimal value, BigDecimal capacity) {
        BigDecimal tenth = capacity.movePointLeft(1);
        return previous.compareTo(capacity.subtract(tenth)) >= 0 && value.compareTo(tenth) < 0;
    }

    private Optional<ReadingRefusal> checkConsumption(Submission submission, BigDecimal consumed) {
        if (consumed.signum() == 0 && !supplier.readings().zeroAllowed()) {
            return Optional.of(ReadingRefusal.ZERO_NOT_ALLOWED);
        }
        if (consumed.compareTo(BigDecimal.valueOf(supplier.readings().maxConsumption())) > 0) {
            return Optional.of(ReadingRefusal.READING_TOO_HIGH);
        }
        BigDecimal unusual = submission
                .consumedUsually()
                .map(usually -> usually.multiply(properties.unusualFactor()).max(properties.unusualFrom()))
                .orElse(properties.unusualWithoutHistory());
        if (consumed.compareTo(unusual) > 0 && !submission.highConfirmed()) {
            return Optional.of(ReadingRefusal.READING_CONFIRMATION_REQUIRED);
        }
        return Optional.empty();
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, supplier.timeZone());
    }
}
