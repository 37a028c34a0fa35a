package io.abonent.identity.reset;

import io.abonent.identity.IdentityProblem;
import io.abonent.identity.credential.PasswordProblems;
import io.abonent.identity.page.ReaderLanguage;
import io.abonent.identity.verification.Guess;
import io.abonent.identity.verification.Issue;
import io.abonent.identity.verification.VerificationId;
import io.abonent.identity.verification.VerificationProblems;
import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import io.abonent.platform.web.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** From the forgotten password to the new one, by code or by link. */
@RestController
class PasswordResetController {

    private final RequestingReset requesting;
    private final CompletingReset completing;

    PasswordResetController(RequestingReset requesting, CompletingReset completing) {
        this.requesting = requesting;
        this.completing = completing;
    }

    /** @param target masked: whose password a link is about */
    record OpenedLink(String target) {}

    @PostMapping("/api/v1/password-resets")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResetView requestReset(@Valid @RequestBody ResetRequest body, HttpServletRequest request) {
        RequestOutcome outcome = requesting.request(
                body.login(), ReaderLanguage.of(request).tag(), ClientAddress.of(request.getRemoteAddr()));
        return switch (outcome) {
            case RequestOutcome.Accepted accepted -> ResetView.of(accepted.issued());
            case RequestOutcome.LoginNotUnderstood e ->
                throw new ProblemException(IdentityProblem.LOGIN_FORMAT_INVALID);
            case RequestOutcome.TooMany e ->
                throw new ProblemException(PlatformProblem.RATE_LIMITED).retryAfter(e.retryAfter());
        };
    }

    @PostMapping("/api/v1/password-resets/{id}/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResetView resendReset(@PathVariable UUID id, HttpServletRequest request) {
        return switch (requesting.resend(new VerificationId(id), ClientAddress.of(request.getRemoteAddr()))) {
            case Issue.Issued issued -> ResetView.of(issued);
            case Issue.Refused refused -> throw VerificationProblems.ofResend(refused, IdentityProblem.RESET_COMPLETED);
        };
    }

    @PostMapping("/api/v1/password-resets/{id}/completion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void completeResetByCode(
            @PathVariable UUID id, @Valid @RequestBody CompleteByCodeRequest body, HttpServletRequest request) {
        answer(
                completing.byCode(
                        new VerificationId(id),
                        body.code().strip(),
                        body.newPassword(),
                        ClientAddress.of(request.getRemoteAddr())),
                reason -> VerificationProblems.ofCode(reason, IdentityProblem.RESET_COMPLETED));
    }

    @PostMapping("/api/v1/password-reset-completions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void completeResetByLink(@Valid @RequestBody CompleteByLinkRequest body, HttpServletRequest request) {
        answer(
                completing.byLink(body.token(), body.newPassword(), ClientAddress.of(request.getRemoteAddr())),
                reason -> VerificationProblems.ofLink(reason, IdentityProblem.RESET_COMPLETED));
    }

    /** Whether a link is still good, before anybody types a password; in the body, because addresses end up in logs. */
    @PostMapping("/api/v1/password-reset-links")
    OpenedLink openResetLink(@Valid @RequestBody OpenLinkRequest body) {
        Guess guess = completing.look(body.token());
        if (guess instanceof Guess.Refused refused) {
            throw VerificationProblems.ofLink(refused, IdentityProblem.RESET_COMPLETED);
        }
        return completing
                .targetOf(guess)
                .map(login -> new OpenedLink(login.masked()))
                .orElseThrow(() -> new ProblemException(IdentityProblem.LINK_EXPIRED));
    }

    private static void answer(Completion completion, Function<Guess.Refused, ProblemException> notProven) {
        if (completion instanceof Completion.Refused refused) {
            throw problem(refused, notProven);
        }
    }

    private static ProblemException problem(
            Completion.Refused refused, Function<Guess.Refused, ProblemException> notProven) {
        return switch (refused) {
            case Completion.NotProven e -> notProven.apply(e.reason());
            case Completion.NotAllowed e -> PasswordProblems.of(e.reason());
            case Completion.TooMany e -> new ProblemException(PlatformProblem.RATE_LIMITED).retryAfter(e.retryAfter());
            case Completion.Busy e -> PasswordProblems.busy();
        };
    }
}
