package io.abonent.identity.profile;

import io.abonent.identity.user.ProfileOutcome;
import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import io.abonent.platform.security.CurrentUser;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own page: who the service thinks one is. */
@RestController
@RequestMapping("/api/v1/me")
class ProfileController {

    private final ReadingProfile reading;
    private final UpdatingProfile updating;

    ProfileController(ReadingProfile reading, UpdatingProfile updating) {
        this.reading = reading;
        this.updating = updating;
    }

    @GetMapping
    ResponseEntity<MeView> me(CurrentUser user) {
        return reading.of(user.userId())
                .map(me -> ResponseEntity.ok().eTag(IfMatch.tag(me.version())).body(me.view()))
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
    }

    @PatchMapping
    ResponseEntity<MeView> update(
            CurrentUser user,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody UpdateProfileRequest request) {
        return switch (updating.update(user.userId(), IfMatch.version(ifMatch), request.change())) {
            case ProfileOutcome.Saved saved -> me(user);
            case ProfileOutcome.NotThere none -> throw new ProblemException(PlatformProblem.NOT_FOUND);
            case ProfileOutcome.ChangedMeanwhile meanwhile ->
                throw new ProblemException(PlatformProblem.VERSION_CONFLICT);
        };
    }
}
