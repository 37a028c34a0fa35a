package io.abonent.identity.registration;

import io.abonent.identity.IdentityProblem;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** By code or by link. */
@RestController
class ConfirmationController {

    private final Confirming confirming;

    ConfirmationController(Confirming confirming) {
        this.confirming = confirming;
    }

    @PostMapping("/api/v1/registrations/{id}/confirmation")
    @ResponseStatus(HttpStatus.CREATED)
    ConfirmedView confirmByCode(
            @PathVariable UUID id, @Valid @RequestBody ConfirmRequest body, HttpServletRequest request) {
        ClientAddress address = ClientAddress.of(request.getRemoteAddr());
        return switch (confirming.byCode(new VerificationId(id), body.code().strip(), address)) {
            case Confirmation.Confirmed confirmed -> new ConfirmedView(confirmed.userId());
            case Confirmation.Refused refused ->
                throw VerificationProblems.ofCode(refused.reason(), IdentityProblem.ALREADY_CONFIRMED);
            case Confirmation.TooMany tooMany -> throw tooMany(tooMany);
        };
    }

    @PostMapping("/api/v1/confirmations")
    @ResponseStatus(HttpStatus.CREATED)
    ConfirmedView confirmByLink(@Valid @RequestBody ConfirmByLinkRequest body, HttpServletRequest request) {
        return switch (confirming.byLink(body.token(), ClientAddress.of(request.getRemoteAddr()))) {
            case Confirmation.Confirmed confirmed -> new ConfirmedView(confirmed.userId());
            case Confirmation.Refused refused ->
                throw VerificationProblems.ofLink(refused.reason(), IdentityProblem.ALREADY_CONFIRMED);
            case Confirmation.TooMany tooMany -> throw tooMany(tooMany);
        };
    }

    private static ProblemException tooMany(Confirmation.TooMany refused) {
        return new ProblemException(PlatformProblem.RATE_LIMITED).retryAfter(refused.retryAfter());
    }
}
