package io.abonent.platform.idempotency;

import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.databind.json.JsonMapper;

/** Writes the answer with the effect; the lease token in the WHERE clause fences whoever came back too late. */
final class LeasedIdempotency implements Idempotency {

    static final String LEASE = LeasedIdempotency.class.getName() + ".lease";

    private final TransactionTemplate transaction;
    private final IdempotencyRows rows;
    private final JsonMapper json;

    LeasedIdempotency(TransactionTemplate transaction, IdempotencyRows rows, JsonMapper json) {
        this.transaction = transaction;
        this.rows = rows;
        this.json = json;
    }

    @Override
    public <T> ResponseEntity<T> commit(Supplier<ResponseEntity<T>> effect) {
        Lease lease = lease();
        ResponseEntity<T> answer = transaction.execute(status -> {
            ResponseEntity<T> result = effect.get();
            if (!result.getStatusCode().is2xxSuccessful()) {
                status.setRollbackOnly();
            } else if (lease != null && !rows.finish(lease, stored(result))) {
                // It slept past its lease and another request took over: what it did is rolled back.
                throw new ProblemException(PlatformProblem.IDEMPOTENCY_RUNNING).retryAfter(Duration.ofSeconds(1));
            }
            return result;
        });
        return Objects.requireNonNull(answer);
    }

    private StoredAnswer stored(ResponseEntity<?> answer) {
        Object body = answer.getBody();
        HttpHeaders headers = new HttpHeaders(answer.getHeaders());
        if (body != null && headers.getContentType() == null) {
            headers.setContentType(MediaType.APPLICATION_JSON);
        }
        return new StoredAnswer(
                answer.getStatusCode().value(),
                StoredAnswer.lines(headers),
                body == null ? null : json.writeValueAsBytes(body));
    }

    private static @Nullable Lease lease() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request == null ? null : (Lease) request.getAttribute(LEASE, RequestAttributes.SCOPE_REQUEST);
    }
}
