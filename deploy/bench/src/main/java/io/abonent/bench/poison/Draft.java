package io.abonent.bench.poison;

import io.abonent.contracts.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A good record, until somebody spoils it. */
final class Draft {

    final Mould mould;
    final ObjectNode event;
    final RecordHeaders headers = new RecordHeaders();
    byte[] key;
    private byte @Nullable [] value;
    private boolean isReplaced;

    Draft(Mould mould, SplittableRandom random) {
        this.mould = mould;
        this.event = mould.event(random);
        String subject = event.path(mould.id()).asString();
        this.key = bytes(subject);
        put(EventHeaders.SPEC_VERSION, "1.0");
        put(EventHeaders.ID, Mould.uuid(random).toString());
        put(EventHeaders.TYPE, mould.type().wireName());
        put(EventHeaders.SOURCE, "/bench");
        put(EventHeaders.SUBJECT, subject);
        put(EventHeaders.TIME, NOW);
        put(EventHeaders.AGGREGATE_VERSION, "1");
        put(EventHeaders.ACTOR, "system");
        put(EventHeaders.CONTENT_TYPE, "application/json");
    }

    /** Replaced when it is sent: a plan knows no time, and old notices are not even tried. */
    static final String NOW = "now";

    void put(String header, String text) {
        headers.remove(header).add(header, bytes(text));
    }

    void value(byte @Nullable [] instead) {
        value = instead;
        isReplaced = true;
    }

    byte @Nullable [] value() {
        return isReplaced ? value : json();
    }

    byte[] json() {
        return bytes(event.toString());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
