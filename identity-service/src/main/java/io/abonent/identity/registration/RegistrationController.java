package io.abonent.identity.registration;

import io.abonent.identity.IdentityProblem;
import io.abonent.identity.credential.PasswordProfile;
import io.abonent.identity.credential.PasswordRefused;
import io.abonent.identity.limit.ClientAddress;
import io.abonent.identity.page.ReaderLanguage;
import io.abonent.identity.verification.Issue;
import io.abonent.identity.verification.VerificationId;
import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The first form and its messages. */
@RestController
@RequestMapping("/api/v1/registrations")
class RegistrationController {

    private final Registering registering;
    private final Resending resending;

    RegistrationController(Registering registering, Resending resending) {
        this.registering = registering;
        this.resending = resending;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    RegistrationView register(@Valid @RequestBody RegisterRequest body, HttpServletRequest request) {
        RegistrationOutcome outcome = registering.register(
                body.login(),
                body.password(),
                ReaderLanguage.of(request).tag(),
                ClientAddress.of(request.getRemoteAddr()));
        return switch (outcome) {
            case RegistrationOutcome.Accepted accepted -> RegistrationView.of(accepted.issued());
            case RegistrationOutcome.Refused refused -> throw problem(refused);
        };
    }

    @PostMapping("/{id}/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RegistrationView resend(@PathVariable UUID id, HttpServletRequest request) {
        Issue issue = resending.resend(new VerificationId(id), ClientAddress.of(request.getRemoteAddr()));
        return switch (issue) {
            case Issue.Issued issued -> RegistrationView.of(issued);
            case Issue.Refused refused -> throw problem(refused);
        };
    }

    private static ProblemException problem(RegistrationOutcome.Refused refused) {
        return switch (refused) {
            case RegistrationOutcome.LoginNotUnderstood e -> new ProblemException(IdentityProblem.LOGIN_FORMAT_INVALID);
            case RegistrationOutcome.PasswordNotAllowed e -> problem(e.reason());
            case RegistrationOutcome.TooMany e ->
                new ProblemException(PlatformProblem.RATE_LIMITED).retryAfter(e.retryAfter());
            case RegistrationOutcome.Busy e ->
                new ProblemException(PlatformProblem.TEMPORARILY_UNAVAILABLE).retryAfter(Duration.ofSeconds(2));
        };
    }

    private static ProblemException problem(PasswordRefused refused) {
        return switch (refused) {
            case PasswordRefused.NonLatin e -> new ProblemException(IdentityProblem.PASSWORD_NON_LATIN);
            case PasswordRefused.AgainstPolicy e ->
                new ProblemException(IdentityProblem.PASSWORD_POLICY, e.profile() == PasswordProfile.STRICT ? 1 : 0);
            case PasswordRefused.TooCommon e -> new ProblemException(IdentityProblem.PASSWORD_BREACHED);
        };
    }

    private static ProblemException problem(Issue.Refused refused) {
        return switch (refused) {
            case Issue.TooSoon e ->
                new ProblemException(
                                IdentityProblem.RESEND_TOO_SOON, e.retryAfter().toSeconds() + 1)
                        .retryAfter(e.retryAfter());
            case Issue.AlreadyConfirmed e -> new ProblemException(IdentityProblem.ALREADY_CONFIRMED);
            case Issue.Superseded e -> new ProblemException(IdentityProblem.CODE_SUPERSEDED);
            case Issue.Unknown e -> new ProblemException(PlatformProblem.NOT_FOUND);
        };
    }
}
