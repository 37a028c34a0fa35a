package io.abonent.identity.profile;

import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import io.abonent.platform.security.CurrentUser;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own page: who the service thinks one is. */
@RestController
@RequestMapping("/api/v1/me")
class ProfileController {

    private final ReadingProfile reading;

    ProfileController(ReadingProfile reading) {
        this.reading = reading;
    }

    @GetMapping
    ResponseEntity<MeView> me(CurrentUser user) {
        return reading.of(user.userId())
                .map(ProfileController::tagged)
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
    }

    private static ResponseEntity<MeView> tagged(ReadingProfile.Versioned me) {
        return ResponseEntity.ok().eTag("\"" + me.version() + "\"").body(me.view());
    }
}
