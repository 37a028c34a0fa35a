package io.abonent.platform.consume;

/** What a dead letter carries beside everything its record carried. */
final class DeadLetterHeaders {

    static final String PREFIX = "dl-";
    static final String CONSUMER = "dl-consumer";
    static final String CAUSE = "dl-cause";
    static final String CAUSE_MESSAGE = "dl-cause-message";
    static final String TOPIC = "dl-topic";
    static final String PARTITION = "dl-partition";
    static final String OFFSET = "dl-offset";
    static final String FAILED_AT = "dl-failed-at";
    /** The value was too large for the dead letters; it is where the headers say. */
    static final String VALUE_OMITTED = "dl-value-omitted";
    /** The record was a tombstone or had no value at all. */
    static final String NO_VALUE = "dl-no-value";

    private DeadLetterHeaders() {}
}
