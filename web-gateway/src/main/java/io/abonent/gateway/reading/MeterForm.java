package io.abonent.gateway.reading;

import io.abonent.gateway.service.BillingService.Meter;
import io.abonent.gateway.service.BillingService.Reading;
import io.abonent.gateway.service.BillingService.ReadingResult;
import io.abonent.gateway.service.BillingService.ReadingStatus;
import io.abonent.gateway.service.BillingService.Register;
import io.abonent.gateway.service.BillingService.RegisterValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One meter on the form: what was typed for its registers, what is wrong with it, what became of it.
 *
 * @param values as typed, by the code of the register
 * @param error a code: one of the form's own or of the service's refusals
 */
record MeterForm(
        Meter meter,
        Map<String, String> values,
        @Nullable String error,
        @Nullable ReadingResult result) {

    /** Asked of the person before an unusual reading is taken. */
    static final String CONFIRM = "READING_CONFIRMATION_REQUIRED";

    static final String UNREADABLE = "READING_UNREADABLE";
    static final String INCOMPLETE = "REGISTER_MISSING";

    /** Prefixes of the names of fields; the rest is the meter's id, and for values the register's code. */
    private static final String VALUE = "value.";

    private static final String SURE = "sure.";

    static MeterForm empty(Meter meter) {
        return new MeterForm(meter, Map.of(), null, null);
    }

    static MeterForm typed(Meter meter, Map<String, String> fields) {
        Map<String, String> values = new java.util.LinkedHashMap<>();
        for (Register register : meter.registers()) {
            values.put(register.code(), fields.getOrDefault(name(meter, register), ""));
        }
        MeterForm form = new MeterForm(meter, values, null, null);
        return form.isBlank() ? form : form.withError(form.ownError());
    }

    private @Nullable String ownError() {
        boolean missing = false;
        for (Register register : meter.registers()) {
            switch (TypedReading.of(values.get(register.code()))) {
                case TypedReading.Unreadable() -> {
                    return UNREADABLE;
                }
                case TypedReading.Nothing() -> missing = true;
                case TypedReading.Value value -> {}
            }
        }
        return missing ? INCOMPLETE : null;
    }

    /** Nothing was typed for this meter: it is left for another time. */
    boolean isBlank() {
        return values.values().stream().allMatch(String::isBlank);
    }

    boolean ready() {
        return !isBlank() && error == null;
    }

    Reading reading(Map<String, String> fields) {
        List<RegisterValue> registers = new ArrayList<>();
        for (Register register : meter.registers()) {
            if (TypedReading.of(values.get(register.code())) instanceof TypedReading.Value(var value)) {
                registers.add(new RegisterValue(register.code(), value));
            }
        }
        // The same question covers both: the dial went past its last nine, or that much was used.
        Boolean sure = fields.containsKey(SURE + meter.meterId()) ? true : null;
        return new Reading(meter.meterId(), registers, null, sure, sure);
    }

    MeterForm withResult(ReadingResult given) {
        boolean refused = given.status() == ReadingStatus.REJECTED;
        return new MeterForm(meter, values, refused ? code(given.code()) : null, given);
    }

    /** A limit of a day, which comes without the time to wait that the general text speaks of. */
    private static String code(@Nullable String given) {
        if (given == null) {
            return "UNKNOWN";
        }
        return given.equals("RATE_LIMITED") ? "READING_TRIES_EXHAUSTED" : given;
    }

    private MeterForm withError(@Nullable String why) {
        return new MeterForm(meter, values, why, result);
    }

    // For the template.

    public boolean asks() {
        return CONFIRM.equals(error);
    }

    public boolean done() {
        return result != null && error == null;
    }

    public String field(Register register) {
        return name(meter, register);
    }

    public String sureField() {
        return SURE + meter.meterId();
    }

    public String valueOf(Register register) {
        return values.getOrDefault(register.code(), "");
    }

    private static String name(Meter meter, Register register) {
        return VALUE + meter.meterId() + "." + register.code();
    }
}
