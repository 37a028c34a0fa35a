package io.abonent.simulators.backoffice;

import io.abonent.simulators.backoffice.CustomerAccount.Meter;
import io.abonent.simulators.backoffice.Documents.RegisterValue;
import io.abonent.simulators.backoffice.Documents.RejectionReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** When the supplier rejects a reading. */
final class ReadingRules {

    static final String REGISTER = "T1";

    private static final BigDecimal CONSUMPTION_MAX = BigDecimal.valueOf(10_000);
    private static final BigDecimal ROLLOVER_NEAR = new BigDecimal("0.9");
    private static final ZoneId SUPPLIER_ZONE = ZoneId.of("Europe/Moscow");
    private static final int WINDOW_FROM_DAY = 15;
    private static final int WINDOW_TO_DAY = 25;

    private ReadingRules() {}

    /** Null = accepted. */
    static @Nullable RejectionReason reject(
            CustomerAccount account, Meter meter, RegisterValue given, BigDecimal previous, Instant capturedAt) {
        BigDecimal value = given.value();
        if (!REGISTER.equals(given.code()) || value == null || value.signum() < 0) {
            return RejectionReason.OTHER;
        }
        if (account.supplier() == Supplier.HEAT_TEST && !windowOpen(capturedAt)) {
            return RejectionReason.WINDOW_CLOSED;
        }
        if (value.stripTrailingZeros().scale() > 3) {
            return RejectionReason.OTHER;
        }
        BigDecimal capacity = BigDecimal.TEN.pow(meter.digits());
        if (value.compareTo(capacity) >= 0) {
            return RejectionReason.TOO_HIGH;
        }
        BigDecimal consumption = value.subtract(previous);
        if (consumption.signum() < 0) {
            if (previous.compareTo(capacity.multiply(ROLLOVER_NEAR)) < 0) {
                return RejectionReason.BELOW_PREVIOUS;
            }
            // The counter may have passed its last digit; then what was used is small again.
            consumption = consumption.add(capacity);
            if (consumption.compareTo(CONSUMPTION_MAX) > 0) {
                return RejectionReason.BELOW_PREVIOUS;
            }
        }
        return consumption.compareTo(CONSUMPTION_MAX) > 0 ? RejectionReason.TOO_HIGH : null;
    }

    private static boolean windowOpen(Instant capturedAt) {
        int day = capturedAt.atZone(SUPPLIER_ZONE).getDayOfMonth();
        return day >= WINDOW_FROM_DAY && day <= WINDOW_TO_DAY;
    }
}
