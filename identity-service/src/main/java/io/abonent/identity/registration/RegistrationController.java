package io.abonent.identity.registration;

import io.abonent.identity.IdentityProblem;
import io.abonent.identity.credential.PasswordProblems;
import io.abonent.identity.page.ReaderLanguage;
import io.abonent.identity.verification.Issue;
import io.abonent.identity.verification.VerificationId;
import io.abonent.identity.verification.VerificationProblems;
import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import io.abonent.platform.web.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
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
            case Issue.Refused refused ->
                throw VerificationProblems.ofResend(refused, IdentityProblem.ALREADY_CONFIRMED);
        };
    }

    private static ProblemException problem(RegistrationOutcome.Refused refused) {
        return switch (refused) {
            case RegistrationOutcome.LoginNotUnderstood e -> new ProblemException(IdentityProblem.LOGIN_FORMAT_INVALID);
            case RegistrationOutcome.PasswordNotAllowed e -> PasswordProblems.of(e.reason());
            case RegistrationOutcome.TooMany e ->
                new ProblemException(PlatformProblem.RATE_LIMITED).retryAfter(e.retryAfter());
            case RegistrationOutcome.Busy e -> PasswordProblems.busy();
        };
    }
}
