package io.abonent.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Asks again soon while the database does not listen or is recovering. Hikari, which asks here, doubles its pauses up to 5 s, so
 * that a database that came back after three would be found two seconds late (F-16). Requests do not wait here: they wait for
 * the pool.
 */
final class PatientDataSource extends DelegatingDataSource {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final long MOST_PAUSES = 50;

    /** SQLSTATE class: connection exception. */
    private static final String NO_CONNECTION = "08";

    /** SQLSTATE {@code cannot_connect_now}: it is starting, recovering or shutting down. */
    private static final String NOT_NOW = "57P03";

    private final RetryTemplate retries = new RetryTemplate(RetryPolicy.builder()
            .delay(PAUSE)
            .maxRetries(MOST_PAUSES)
            .predicate(PatientDataSource::passes)
            .build());

    PatientDataSource(DataSource target) {
        super(target);
    }

    private static boolean passes(Throwable failure) {
        return failure instanceof SQLException sql
                && sql.getSQLState() != null
                && (sql.getSQLState().startsWith(NO_CONNECTION)
                        || sql.getSQLState().equals(NOT_NOW));
    }

    @Override
    public Connection getConnection() throws SQLException {
        return patiently(super::getConnection);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return patiently(() -> super.getConnection(username, password));
    }

    private Connection patiently(Retryable<Connection> attempt) throws SQLException {
        try {
            return retries.execute(attempt);
        } catch (RetryException e) {
            // Interrupted when the pool is closed: the cause is the last failure then, too.
            throw e.getCause() instanceof SQLException failure ? failure : new SQLException(e.getCause());
        }
    }
}
