package io.abonent.platform.idempotency;

import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.databind.json.JsonMapper;

/** Writes the answer with the effect; the condition on its row fences whoever comes too late. */
final class TransactionalIdempotency implements Idempotency {

    /** Attribute of the request. */
    static final String CLAIM = Claim.class.getName();

    private final TransactionTemplate transaction;
    private final IdempotencyRows rows;
    private final JsonMapper json;

    TransactionalIdempotency(TransactionTemplate transaction, IdempotencyRows rows, JsonMapper json) {
        this.transaction = transaction;
        this.rows = rows;
        this.json = json;
    }

    @Override
    public <T> ResponseEntity<T> commit(Supplier<ResponseEntity<T>> effect) {
        Claim claim = claim();
        Optional<ResponseEntity<T>> answer = Objects.requireNonNull(transaction.execute(status -> {
            ResponseEntity<T> result = effect.get();
            boolean good = result.getStatusCode().is2xxSuccessful();
            boolean overtaken = good && claim != null && !rows.finish(claim, stored(result));
            if (!good || overtaken) {
                status.setRollbackOnly();
            }
            return overtaken ? Optional.empty() : Optional.of(result);
        }));
        return answer.orElseThrow(() -> overtaken(Objects.requireNonNull(claim).call()));
    }

    /** It slept past its lease, or another one ran beside it and was faster. */
    private RuntimeException overtaken(IdempotentCall call) {
        StoredAnswer theirs = rows.find(call)
                .filter(found -> call.sameRequest(found.fingerprint()))
                .map(IdempotencyRows.Found::answer)
                .orElse(null);
        return theirs == null
                ? new ProblemException(PlatformProblem.IDEMPOTENCY_RUNNING).retryAfter(Duration.ofSeconds(1))
                : new AnsweredMeanwhile(theirs);
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

    private static @Nullable Claim claim() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request == null ? null : (Claim) request.getAttribute(CLAIM, RequestAttributes.SCOPE_REQUEST);
    }
}
