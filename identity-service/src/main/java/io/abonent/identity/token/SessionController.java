package io.abonent.identity.token;

import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import io.abonent.platform.security.CurrentUser;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where somebody is signed in, and how to end it. */
@RestController
@RequestMapping("/api/v1/sessions")
class SessionController {

    private final Sessions sessions;
    private final EndingSessions ending;

    SessionController(Sessions sessions, EndingSessions ending) {
        this.sessions = sessions;
        this.ending = ending;
    }

    @GetMapping
    SessionList list(CurrentUser user) {
        return new SessionList(sessions.liveOf(user.userId()).stream()
                .map(session -> SessionView.of(session, user.sessionId()))
                .toList());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id, CurrentUser user) {
        boolean mine = sessions.find(id)
                .filter(session -> session.userId().equals(user.userId()))
                .isPresent();
        if (!mine) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        ending.end(id, RevocationCause.SIGNED_OUT);
    }

    @PostMapping("/sign-out-everywhere")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOutEverywhere(CurrentUser user) {
        ending.endAll(user.userId());
    }

    record SessionList(List<SessionView> items) {}
}
