package io.abonent.bench.world;

/** A record of a topic, as it lies there. */
public record Seen(String topic, int partition, long offset, String key, String id, String type, long version) {

    /** {@code AccountLinked} of {@code abonent.account.AccountLinked.v1}. */
    public String name() {
        int end = type.lastIndexOf('.');
        int start = type.lastIndexOf('.', end - 1);
        return start < 0 ? type : type.substring(start + 1, end);
    }
}
