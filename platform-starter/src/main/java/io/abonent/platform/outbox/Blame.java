package io.abonent.platform.outbox;

import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Whose fault a failed send is: it decides what has to wait. */
enum Blame {
    /** This record will never be taken. */
    ROW,
    /** Nothing can be written to this topic now; it may be created, or allowed, in a minute. */
    TOPIC,
    /** Connection, broker, or the producer itself. */
    PRODUCER;

    static Blame of(Exception failure) {
        if (failure instanceof RecordTooLargeException
                || failure instanceof RecordBatchTooLargeException
                || failure instanceof InvalidRecordException
                || failure instanceof CorruptRecordException
                || failure instanceof SerializationException) {
            return ROW;
        }
        if (failure instanceof TimeoutException
                || failure instanceof AuthorizationException
                || failure instanceof InvalidTopicException
                || failure instanceof UnknownTopicOrPartitionException) {
            return TOPIC;
        }
        return PRODUCER;
    }
}
