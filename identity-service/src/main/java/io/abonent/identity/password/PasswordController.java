package io.abonent.identity.password;

import io.abonent.identity.IdentityProblem;
import io.abonent.identity.credential.PasswordProblems;
import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import io.abonent.platform.security.CurrentUser;
import io.abonent.platform.web.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PasswordController {

    private final ChangingPassword changing;

    PasswordController(ChangingPassword changing) {
        this.changing = changing;
    }

    @PutMapping("/api/v1/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(CurrentUser user, @Valid @RequestBody ChangePasswordRequest body, HttpServletRequest request) {
        PasswordChange outcome = changing.change(
                user.userId(),
                session(user),
                body.currentPassword(),
                body.newPassword(),
                ClientAddress.of(request.getRemoteAddr()));
        if (outcome instanceof PasswordChange.Refused refused) {
            throw problem(refused);
        }
    }

    private static @Nullable UUID session(CurrentUser user) {
        String session = user.sessionId();
        return session == null ? null : UUID.fromString(session);
    }

    private static ProblemException problem(PasswordChange.Refused refused) {
        return switch (refused) {
            case PasswordChange.NotThere e -> new ProblemException(PlatformProblem.NOT_FOUND);
            case PasswordChange.NotAllowed e -> PasswordProblems.of(e.reason());
            case PasswordChange.CurrentWrong e -> new ProblemException(IdentityProblem.CURRENT_PASSWORD_WRONG);
            case PasswordChange.Unchanged e -> new ProblemException(IdentityProblem.PASSWORD_UNCHANGED);
            case PasswordChange.Locked e ->
                new ProblemException(IdentityProblem.USER_LOCKED).retryAfter(e.retryAfter());
            case PasswordChange.TooMany e ->
                new ProblemException(PlatformProblem.RATE_LIMITED).retryAfter(e.retryAfter());
            case PasswordChange.Busy e -> PasswordProblems.busy();
        };
    }
}
