package io.abonent.consent.signing;

import io.abonent.consent.ConsentProblem;
import io.abonent.consent.signing.ConsentOverview.ConsentList;
import io.abonent.platform.idempotency.Idempotency;
import io.abonent.platform.idempotency.Idempotent;
import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import io.abonent.platform.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Consents", description = "What a person has signed and what remains to be signed")
class ConsentController {
    private final ConsentOverview overview;
    private final SigningConsent signing;
    private final WithdrawingConsent withdrawing;
    private final SignerReader signers;
    private final Idempotency idempotency;

    ConsentController(
            ConsentOverview overview,
            SigningConsent signing,
            WithdrawingConsent withdrawing,
            SignerReader signers,
            Idempotency idempotency) {
        this.overview = overview;
        this.signing = signing;
        this.withdrawing = withdrawing;
        this.signers = signers;
        this.idempotency = idempotency;
    }

    @Operation(
            summary = "Where the person stands towards each document",
            description = "The cabinet is open if no item with purpose PERSONAL_DATA is other than SIGNED.")
    @GetMapping("/api/v1/consents")
    ConsentList consents(CurrentUser user) {
        return overview.of(user.userId());
    }

    /** 201 for a signature; 200 and the original evidence if the same text was signed before. */
    @Operation(
            summary = "Sign the text that was shown",
            description =
                    "Refusals: DOCUMENT_VERSION_OUTDATED and DOCUMENT_NOT_PRESENTED 409, DOCUMENT_HASH_MISMATCH 422,"
                            + " SIGNATURE_EXPIRED 403.")
    @ApiResponse(responseCode = "201", description = "Signed")
    @ApiResponse(responseCode = "200", description = "The same text had been signed before: the original evidence")
    @Idempotent
    @PostMapping("/api/v1/consents")
    ResponseEntity<SignedView> sign(
            @Valid @RequestBody SignRequest request, CurrentUser user, HttpServletRequest context) {
        return idempotency.commit(() -> answer(
                signing.sign(request.documentId(), request.version(), request.sha256(), signers.of(user, context))));
    }

    @Operation(
            summary = "Take a consent back",
            description = "Repeating it answers the original withdrawal. There is no way back but to sign again.")
    @Idempotent(required = false)
    @PostMapping("/api/v1/consents/{consentId}/withdrawal")
    ResponseEntity<WithdrawnView> withdraw(@PathVariable UUID consentId, CurrentUser user, HttpServletRequest context) {
        return idempotency.commit(() -> withdrawing
                .withdraw(consentId, signers.of(user, context))
                .map(WithdrawnView::of)
                .map(ResponseEntity::ok)
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND)));
    }

    private static ResponseEntity<SignedView> answer(Signing signing) {
        return switch (signing) {
            case Signing.Signed signed ->
                ResponseEntity.status(signed.before() ? HttpStatus.OK : HttpStatus.CREATED)
                        .body(new SignedView(signed.consentId(), signed.evidenceId(), signed.signedAt()));
            case Signing.UnknownDocument unknown -> throw new ProblemException(PlatformProblem.NOT_FOUND);
            case Signing.Outdated outdated ->
                throw new ProblemException(
                                ConsentProblem.DOCUMENT_VERSION_OUTDATED, outdated.number(), outdated.currentNumber())
                        .with("currentVersion", outdated.currentNumber());
            case Signing.OtherText other ->
                throw new ProblemException(ConsentProblem.DOCUMENT_HASH_MISMATCH, other.number());
            case Signing.NotPresented notPresented -> throw new ProblemException(ConsentProblem.DOCUMENT_NOT_PRESENTED);
            case Signing.PasswordTooOld tooOld -> throw new ProblemException(ConsentProblem.SIGNATURE_EXPIRED);
        };
    }

    /** @param sha256 of the text the person saw, lower-case hex */
    record SignRequest(
            @NotNull UUID documentId,
            @NotNull @Positive Integer version,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256) {}

    record SignedView(UUID consentId, UUID evidenceId, Instant signedAt) {}

    record WithdrawnView(UUID consentId, ConsentItem.Status status, UUID evidenceId, Instant withdrawnAt) {
        static WithdrawnView of(WithdrawingConsent.Withdrawal withdrawal) {
            return new WithdrawnView(
                    withdrawal.consentId(),
                    ConsentItem.Status.WITHDRAWN,
                    withdrawal.evidenceId(),
                    withdrawal.withdrawnAt());
        }
    }
}
