package io.abonent.billing.reading;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

record ReadingRequest(@NotEmpty @Size(max = 50) List<@NotNull @Valid Item> readings) {

    /**
     * @param capturedAt when the meter was read; now if absent
     * @param rolloverConfirmed "the meter went past its last nine", after {@code READING_CONFIRMATION_REQUIRED}
     * @param highConfirmed "so much was really used", after {@code READING_CONFIRMATION_REQUIRED}
     */
    record Item(
            @NotNull UUID meterId,
            @NotEmpty @Size(max = 9) List<@NotNull @Valid RegisterValue> registers,
            @Nullable Instant capturedAt,
            @Nullable Boolean rolloverConfirmed,
            @Nullable Boolean highConfirmed) {}

    /** @param value plain decimal, as a JSON number or a string */
    record RegisterValue(
            @NotBlank @Size(max = 8) String code,

            @NotNull @DecimalMin("0") @Digits(integer = 12, fraction = 9) @JsonDeserialize(using = PlainDecimal.class)
            BigDecimal value) {}
}
