package io.abonent.billing.reading;

/** Why one reading of a batch was not taken; stable codes of {@code domain.md} §5.2, texts as for problems. */
enum ReadingRefusal {
    READING_BELOW_PREVIOUS,
    READING_TOO_HIGH,
    READING_CONFIRMATION_REQUIRED,
    READING_PRECISION,
    READING_WINDOW_CLOSED,
    READING_DATE_INVALID,
    /** Somebody else's reading of this meter is just on its way to the supplier. */
    READING_CONFLICT,
    METER_REMOVED,
    METER_NOT_READABLE,
    REGISTER_MISSING,
    ZERO_NOT_ALLOWED,
    CALIBRATION_EXPIRED,
    /** Too many refused tries at this meter today. */
    RATE_LIMITED;

    /** Those by which one could feel for the previous value. */
    boolean tellsAboutPrevious() {
        return this == READING_BELOW_PREVIOUS || this == READING_TOO_HIGH || this == READING_CONFIRMATION_REQUIRED;
    }
}
