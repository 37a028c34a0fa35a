package io.abonent.platform.testkit;

import java.util.Locale;

/** Where the databases and brokers of tests come from: {@code -Dit.engine=embedded|containers}. */
public enum Engine {
    /** Local processes, from binaries in Maven's repository. */
    EMBEDDED,
    /** Testcontainers; images by {@code it.postgres.image} and {@code it.kafka.image}. */
    CONTAINERS;

    /** @throws IllegalArgumentException for an unknown name: a typing error must not quietly test something else */
    public static Engine chosen() {
        return valueOf(System.getProperty("it.engine", "embedded").toUpperCase(Locale.ROOT));
    }
}
