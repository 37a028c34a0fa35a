package io.abonent.gateway;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL for all tests of the JVM: embedded, or of Testcontainers with {@code -Dit.engine=containers}. */
record TestDatabase(String url, String user, String password) {

    static TestDatabase get() {
        return Holder.DATABASE;
    }

    private static TestDatabase start() {
        return switch (System.getProperty("it.engine", "embedded")) {
            case "embedded" -> embedded();
            case "containers" -> container();
            default -> throw new IllegalArgumentException("it.engine is embedded or containers");
        };
    }

    private static TestDatabase embedded() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
            return new TestDatabase(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestDatabase container() {
        PostgreSQLContainer container = new PostgreSQLContainer(System.getProperty("it.postgres.image", "postgres:18"));
        container.start();
        return new TestDatabase(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    private static final class Holder {
        private static final TestDatabase DATABASE = start();
    }
}
