package io.abonent.platform.idempotency;

import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The answer's row for handlers that do everything in one statement. The handler
 *
 * <ol>
 *   <li>reads its aggregate {@code left join} {@link #JOIN} and returns {@link #replay} if that is present;
 *   <li>decides, renders the answer once, and runs one guarded statement that contains {@link #INSERT} as a part which
 *       depends on the guarded update ({@code select … from updated});
 *   <li>upon {@code DuplicateKeyException} reads again: somebody else with the same key was faster.
 * </ol>
 */
public final class AnswerRow {

    /** Columns of {@link #JOIN} which {@link #replay} wants in the select list. */
    public static final String COLUMNS =
            "idem.fingerprint as idem_fingerprint, idem.status as idem_status, idem.headers as idem_headers, idem.body as idem_body";

    public static final String JOIN =
            "http_idempotency idem on idem.principal = :idemPrincipal and idem.route = :idemRoute and idem.key = :idemKey";

    /** To be followed by {@code from <the CTE of the guarded update>}. */
    public static final String INSERT = """
            insert into http_idempotency (principal, route, key, fingerprint, status, headers, body)
            select :idemPrincipal, :idemRoute, :idemKey, :idemFingerprint, :idemStatus, :idemHeaders, :idemBody
            """;

    private AnswerRow() {}

    /** Parameters of {@link #JOIN}. */
    public static Map<String, Object> key(IdempotentCall call) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("idemPrincipal", call.principal());
        parameters.put("idemRoute", call.route());
        parameters.put("idemKey", call.key());
        return parameters;
    }

    /**
     * Parameters of {@link #INSERT}.
     *
     * @param body the very bytes the client gets now
     */
    public static Map<String, Object> answer(IdempotentCall call, HttpStatus status, HttpHeaders headers, byte[] body) {
        HttpHeaders kept = new HttpHeaders(headers);
        kept.setContentType(MediaType.APPLICATION_JSON);
        Map<String, Object> parameters = key(call);
        parameters.put("idemFingerprint", call.fingerprint());
        parameters.put("idemStatus", status.value());
        parameters.put("idemHeaders", StoredAnswer.lines(kept));
        parameters.put("idemBody", body);
        return parameters;
    }

    /**
     * @return the answer to repeat; empty if the key is new
     * @throws ProblemException 422 for another body, 409 while a leased handler is running
     */
    public static Optional<ResponseEntity<byte[]>> replay(IdempotentCall call, ResultSet row) throws SQLException {
        byte[] fingerprint = row.getBytes("idem_fingerprint");
        if (fingerprint == null) {
            return Optional.empty();
        }
        if (!call.sameRequest(fingerprint)) {
            throw new ProblemException(PlatformProblem.IDEMPOTENCY_CONFLICT);
        }
        int status = row.getInt("idem_status");
        if (row.wasNull()) {
            throw new ProblemException(PlatformProblem.IDEMPOTENCY_RUNNING).retryAfter(java.time.Duration.ofSeconds(1));
        }
        StoredAnswer answer = new StoredAnswer(status, row.getString("idem_headers"), row.getBytes("idem_body"));
        HttpHeaders headers = new HttpHeaders();
        answer.forEachHeader(headers::set);
        headers.set(Replay.HEADER, "true");
        return Optional.of(new ResponseEntity<>(answer.body(), headers, HttpStatusCode.valueOf(status)));
    }
}
