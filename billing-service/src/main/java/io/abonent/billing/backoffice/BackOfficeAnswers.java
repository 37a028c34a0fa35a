package io.abonent.billing.backoffice;

import io.abonent.billing.backoffice.SupplierBackOffice.Figures;
import io.abonent.billing.backoffice.SupplierBackOffice.Line;
import io.abonent.billing.backoffice.SupplierBackOffice.PostingVerdict;
import io.abonent.billing.backoffice.SupplierBackOffice.ReadingVerdict;
import io.abonent.billing.backoffice.SupplierBackOffice.SupplierMeter;
import io.abonent.billing.backoffice.SupplierBackOffice.SupplierRegister;
import io.abonent.billing.partner.PartnerUnavailable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes over the wire from a back office: every component may be missing or absurd until it is checked here. */
final class BackOfficeAnswers {

    /** Ten billion roubles: no household owes that, a misplaced point does. */
    private static final long ABSURD_MINOR = 1_000_000_000_000L;

    private BackOfficeAnswers() {}

    record Balance(
            long debtMinor,
            long creditMinor,
            @Nullable String currency,
            @Nullable Instant asOf,
            @Nullable List<BalanceLine> lines) {

        Figures figures() {
            check(debtMinor >= 0 && debtMinor < ABSURD_MINOR, "debt");
            check(creditMinor >= 0 && creditMinor < ABSURD_MINOR, "credit");
            if (currency == null || asOf == null || lines == null) {
                throw broken("balance");
            }
            check(currency.matches("[A-Z]{3}"), "currency");
            List<Line> checked = lines.stream()
                    .map(line -> new Line(required(line.service(), "line"), line.amountMinor()))
                    .toList();
            return new Figures(debtMinor, creditMinor, currency, asOf, checked);
        }
    }

    record BalanceLine(@Nullable String service, long amountMinor) {}

    record Meters(@Nullable List<MeterItem> items) {

        List<SupplierMeter> meters() {
            if (items == null) {
                throw broken("meters");
            }
            return items.stream().map(MeterItem::meter).toList();
        }
    }

    record MeterItem(
            @Nullable String serial,
            @Nullable String model,
            int digits,
            @Nullable LocalDate calibrationDueOn,
            @Nullable List<RegisterItem> registers) {

        SupplierMeter meter() {
            check(digits >= 1 && digits <= 12, "digits");
            if (registers == null || registers.isEmpty()) {
                throw broken("registers");
            }
            return new SupplierMeter(
                    required(serial, "serial"),
                    model == null ? "" : model,
                    digits,
                    calibrationDueOn,
                    registers.stream().map(RegisterItem::register).toList());
        }
    }

    record RegisterItem(
            @Nullable String code,
            @Nullable String unit,
            @Nullable Previous previous) {

        SupplierRegister register() {
            return new SupplierRegister(
                    required(code, "register"),
                    required(unit, "unit"),
                    previous == null ? null : decimal(previous.value()),
                    previous == null ? null : previous.date());
        }
    }

    record Previous(@Nullable String value, @Nullable LocalDate date) {}

    record Posting(@Nullable String operationId, @Nullable String status) {

        PostingVerdict verdict() {
            check("ACCEPTED".equals(status), "posting status");
            return new PostingVerdict.Accepted(required(operationId, "operation"));
        }
    }

    record Refusal(@Nullable String code) {

        @Override
        public String code() {
            return required(code, "code of the refusal");
        }
    }

    record Reading(@Nullable String status, @Nullable String reason) {

        ReadingVerdict verdict() {
            return switch (required(status, "reading status")) {
                case "ACCEPTED" -> new ReadingVerdict.Accepted();
                case "REJECTED" -> new ReadingVerdict.Rejected(reason == null ? "OTHER" : reason);
                case "PENDING" -> new ReadingVerdict.Pending();
                default -> throw broken("reading status");
            };
        }
    }

    private static BigDecimal decimal(@Nullable String text) {
        String value = required(text, "value");
        check(value.matches("\\d{1,12}(\\.\\d{1,3})?"), "value");
        return new BigDecimal(value);
    }

    private static String required(@Nullable String value, String what) {
        if (value == null || value.isBlank() || value.length() > 200) {
            throw broken(what);
        }
        return value;
    }

    private static void check(boolean believable, String what) {
        if (!believable) {
            throw broken(what);
        }
    }

    private static PartnerUnavailable broken(String what) {
        return new PartnerUnavailable("back-office", "unbelievable " + what, null);
    }
}
