package io.abonent.account.access;

import io.abonent.account.link.AccessLevel;
import io.abonent.account.link.LinkAccess;
import io.abonent.account.problem.AccountProblem;
import io.abonent.account.supplier.AccessMethod;
import io.abonent.platform.idempotency.Idempotency;
import io.abonent.platform.idempotency.Idempotent;
import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import io.abonent.platform.security.CurrentUser;
import io.abonent.platform.web.ClientAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ExtendedAccessController {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final ProvingAccess proving;
    private final LinkAccess links;
    private final Idempotency idempotency;

    ExtendedAccessController(ProvingAccess proving, LinkAccess links, Idempotency idempotency) {
        this.proving = proving;
        this.links = links;
        this.idempotency = idempotency;
    }

    record ProofRequest(
            @NotNull AccessMethod method,
            @NotBlank @Size(max = 64) String secret) {

        @Override
        public String toString() {
            return "ProofRequest[" + method + "]";
        }
    }

    record ExtendedAccess(UUID linkId, AccessLevel accessLevel) {}

    @Idempotent(required = false)
    @PostMapping("/api/v1/account-links/{linkId}/extended-access")
    ResponseEntity<ExtendedAccess> extend(
            CurrentUser user, @PathVariable UUID linkId, @Valid @RequestBody ProofRequest request, ClientAddress from) {
        return switch (proving.prove(user, linkId, request.method(), request.secret(), from)) {
            case ProvingAccess.Proven proven -> idempotency.commit(() -> extended(user, linkId, request.method()));
            case ProvingAccess.Refused refused -> throw problem(refused);
        };
    }

    private ResponseEntity<ExtendedAccess> extended(CurrentUser user, UUID linkId, AccessMethod method) {
        if (!links.extend(user.userId(), linkId, method)) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        return ResponseEntity.ok(new ExtendedAccess(linkId, AccessLevel.EXTENDED));
    }

    private static ProblemException problem(ProvingAccess.Refused refused) {
        return switch (refused) {
            case ProvingAccess.Refused.ConsentMissing none -> new ProblemException(PlatformProblem.CONSENT_REQUIRED);
            case ProvingAccess.Refused.NotThere none -> new ProblemException(PlatformProblem.NOT_FOUND);
            case ProvingAccess.Refused.MethodDisabled none ->
                new ProblemException(AccountProblem.ACCESS_METHOD_DISABLED);
            case ProvingAccess.Refused.Mismatch mismatch ->
                new ProblemException(AccountProblem.ACCESS_SECRET_MISMATCH, mismatch.attemptsLeft())
                        .with("attemptsLeft", mismatch.attemptsLeft());
            case ProvingAccess.Refused.Locked locked ->
                new ProblemException(AccountProblem.ACCESS_LOCKED).retryAfter(locked.retryAfter());
            case ProvingAccess.Refused.SupplierUnavailable none ->
                new ProblemException(AccountProblem.SUPPLIER_UNAVAILABLE).retryAfter(RETRY_AFTER);
            case ProvingAccess.Refused.AccountGone none -> new ProblemException(AccountProblem.ACCOUNT_NOT_LINKABLE);
        };
    }
}
