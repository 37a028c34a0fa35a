package io.abonent.simulators.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.simulators.backoffice.Documents.RegisterValue;
import io.abonent.simulators.backoffice.Documents.RejectionReason;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadingRulesTests {

    private static final Instant IN_WINDOW = Instant.parse("2026-11-20T10:00:00Z");

    private final Register register = new Register();

    @Test
    void acceptsEqualAndHigher() {
        assertThat(gas("1176", "1176", IN_WINDOW)).isNull();
        assertThat(gas("1176", "1180.5", IN_WINDOW)).isNull();
    }

    @Test
    void rejectsLower() {
        assertThat(gas("1176", "1175", IN_WINDOW)).isEqualTo(RejectionReason.BELOW_PREVIOUS);
    }

    @Test
    void acceptsACounterThatPassedItsLastDigit() {
        assertThat(gas("99990", "00015", IN_WINDOW)).isNull();
        assertThat(gas("99990", "50000", IN_WINDOW)).isEqualTo(RejectionReason.BELOW_PREVIOUS);
    }

    @Test
    void rejectsMoreThanAHouseholdCanBurn() {
        assertThat(gas("1176", "11176", IN_WINDOW)).isNull();
        assertThat(gas("1176", "11177", IN_WINDOW)).isEqualTo(RejectionReason.TOO_HIGH);
        assertThat(gas("1176", "100000", IN_WINDOW)).isEqualTo(RejectionReason.TOO_HIGH);
    }

    @Test
    void heatIsReadBetweenThe15thAndThe25thOfMoscow() {
        assertThat(heat("2026-11-14T20:59:59Z")).isEqualTo(RejectionReason.WINDOW_CLOSED);
        assertThat(heat("2026-11-14T21:00:00Z")).isNull();
        assertThat(heat("2026-11-25T20:59:59Z")).isNull();
        assertThat(heat("2026-11-25T21:00:00Z")).isEqualTo(RejectionReason.WINDOW_CLOSED);
    }

    @Test
    void gasIsReadOnAnyDay() {
        assertThat(gas("1176", "1180", Instant.parse("2026-11-01T10:00:00Z"))).isNull();
    }

    private @Nullable RejectionReason gas(String previous, String value, Instant at) {
        return reject(register.find(Supplier.GAS_TEST, "23185952").orElseThrow(), previous, value, at);
    }

    private @Nullable RejectionReason heat(String at) {
        CustomerAccount account = register.find(Supplier.HEAT_TEST, "000123456").orElseThrow();
        return reject(account, "42.318", "42.5", Instant.parse(at));
    }

    private static @Nullable RejectionReason reject(
            CustomerAccount account, String previous, String value, Instant at) {
        RegisterValue given = new RegisterValue("T1", new BigDecimal(value));
        return ReadingRules.reject(account, account.meters().getFirst(), given, new BigDecimal(previous), at);
    }
}
