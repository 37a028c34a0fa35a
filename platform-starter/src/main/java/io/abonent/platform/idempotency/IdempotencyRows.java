package io.abonent.platform.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code http_idempotency}. Time is the database's: replicas need not agree on theirs. */
final class IdempotencyRows {

    private static final String BEGIN = """
            insert into http_idempotency as h (principal, route, key, fingerprint, lease_token, lease_until)
            values (:principal, :route, :key, :fingerprint, :token, now() + :lease * interval '1 ms')
            on conflict (principal, key, route) do update
               set fingerprint = excluded.fingerprint,
                   lease_token = excluded.lease_token,
                   lease_until = excluded.lease_until,
                   created_at = now()
             where h.status is null and h.lease_until < now()
            """;
    /** Over a lease that ran out too: the handler may have wanted one before an upgrade. */
    private static final String ADD = """
            insert into http_idempotency as h (principal, route, key, fingerprint, status, headers, body)
            values (:principal, :route, :key, :fingerprint, :status, :headers, :body)
            on conflict (principal, key, route) do update
               set fingerprint = excluded.fingerprint,
                   status = excluded.status,
                   headers = excluded.headers,
                   body = excluded.body,
                   lease_token = null,
                   lease_until = null,
                   created_at = now()
             where h.status is null and h.lease_until < now()
            """;

    private static final String WHERE_CALL = " where principal = :principal and route = :route and key = :key";
    private static final String FIND = """
            select fingerprint, status, headers, body,
                   greatest(0, extract(epoch from lease_until - now())) as remaining
              from http_idempotency""" + WHERE_CALL;
    private static final String FINISH = """
            update http_idempotency
               set status = :status, headers = :headers, body = :body, lease_token = null, lease_until = null""" + WHERE_CALL + " and lease_token = :token and status is null";
    private static final String RELEASE =
            "delete from http_idempotency" + WHERE_CALL + " and lease_token = :token and status is null";
    private static final String CLEAN = """
            delete from http_idempotency
             where ctid in (select ctid from http_idempotency
                             where created_at < now() - :keep * interval '1 ms'
                               and (status is not null or lease_until < now())
                             limit :batch)
            """;

    private final JdbcClient jdbc;

    IdempotencyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if the call is running or finished */
    boolean begin(Claim.Lease lease, Duration duration) {
        return bind(jdbc.sql(BEGIN), lease.call())
                        .param("fingerprint", lease.call().fingerprint())
                        .param("token", lease.token())
                        .param("lease", duration.toMillis())
                        .update()
                == 1;
    }

    Optional<Found> find(IdempotentCall call) {
        return bind(jdbc.sql(FIND), call).query(IdempotencyRows::found).optional();
    }

    /**
     * Part of the effect's transaction.
     *
     * @return false if the lease has changed hands, or if somebody else was faster
     */
    boolean finish(Claim claim, StoredAnswer answer) {
        JdbcClient.StatementSpec statement = switch (claim) {
            case Claim.Lease(IdempotentCall call, UUID token) ->
                bind(jdbc.sql(FINISH), call).param("token", token);
            case Claim.Attempt(IdempotentCall call) ->
                bind(jdbc.sql(ADD), call).param("fingerprint", call.fingerprint());
        };
        return statement
                        .param("status", answer.status())
                        .param("headers", answer.headers())
                        .param("body", answer.body())
                        .update()
                == 1;
    }

    void release(Claim.Lease lease) {
        bind(jdbc.sql(RELEASE), lease.call()).param("token", lease.token()).update();
    }

    int clean(Duration keep, int batch) {
        return jdbc.sql(CLEAN)
                .param("keep", keep.toMillis())
                .param("batch", batch)
                .update();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, IdempotentCall call) {
        return statement
                .param("principal", call.principal())
                .param("route", call.route())
                .param("key", call.key());
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        int status = row.getInt("status");
        StoredAnswer answer =
                row.wasNull() ? null : new StoredAnswer(status, row.getString("headers"), row.getBytes("body"));
        return new Found(
                row.getBytes("fingerprint"), answer, Duration.ofMillis((long) (row.getDouble("remaining") * 1000)));
    }

    /** @param answer null while the call is running */
    @SuppressWarnings("ArrayRecordComponent") // Compared in constant time, not by equals.
    record Found(byte[] fingerprint, @Nullable StoredAnswer answer, Duration remaining) {

        /** Of a process that died before it could answer. */
        boolean isAbandoned() {
            return answer == null && remaining.isZero();
        }
    }
}
