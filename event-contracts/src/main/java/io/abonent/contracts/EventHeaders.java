package io.abonent.contracts;

/** Names of the Kafka headers: CloudEvents 1.0, binary content mode, plus the W3C trace context. */
public final class EventHeaders {

    /** Always {@code 1.0}. */
    public static final String SPEC_VERSION = "ce_specversion";
    /** UUIDv7 of the event; consumers de-duplicate by it. */
    public static final String ID = "ce_id";
    /** {@code abonent.<service>.<Name>.v<version>}, see {@link EventType#wireName()}. */
    public static final String TYPE = "ce_type";
    /** {@code /<service>}, the producer. */
    public static final String SOURCE = "ce_source";
    /** The aggregate's id, equal to the record's key. */
    public static final String SUBJECT = "ce_subject";
    /** RFC 3339, UTC: when the fact happened. */
    public static final String TIME = "ce_time";
    /** {@link Event#version()} as decimal text. */
    public static final String AGGREGATE_VERSION = "ce_aggregateversion";
    /** Who caused it: {@code user:<id>}, {@code operator:<id>}, {@code supplier:<id>} or {@code system}. */
    public static final String ACTOR = "ce_actor";
    /** W3C trace context, level 1. */
    public static final String TRACE_PARENT = "traceparent";
    /** Always {@code application/json}. */
    public static final String CONTENT_TYPE = "content-type";

    private EventHeaders() {}
}
