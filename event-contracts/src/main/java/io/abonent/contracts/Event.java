package io.abonent.contracts;

import java.util.UUID;

/**
 * A fact one service tells the others. The record's components are the JSON value of the Kafka record; everything else
 * travels in {@link EventHeaders}. The payload is the aggregate's public state after the fact, so that a consumer never
 * has to call back and the next event heals a lost one.
 */
public interface Event {

    /** Key of the Kafka record: events of one aggregate keep their order. */
    UUID aggregateId();

    /** Version of the aggregate after the fact; grows with every event of the aggregate, not necessarily by one. */
    long version();
}
