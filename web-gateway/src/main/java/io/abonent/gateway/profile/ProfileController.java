package io.abonent.gateway.profile;

import io.abonent.gateway.page.LocalPath;
import io.abonent.gateway.page.Pages;
import io.abonent.gateway.service.Answer;
import io.abonent.gateway.service.ProfileService;
import io.abonent.gateway.service.ProfileService.Me;
import io.abonent.gateway.service.ProfileService.Names;
import io.abonent.gateway.service.ProfileService.PasswordChange;
import io.abonent.gateway.service.Refusal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who one is here, and with which password. */
@Controller
class ProfileController {

    static final int LONGEST_PASSWORD = 256;

    private static final LocalPath PROFILE = new LocalPath("/settings/profile");

    private final ProfileService profiles;
    private final Pages pages;

    ProfileController(ProfileService profiles, Pages pages) {
        this.profiles = profiles;
        this.pages = pages;
    }

    /** As typed; every field may be left empty. */
    record NamesForm(
            @Nullable String lastName,
            @Nullable String firstName,
            @Nullable String middleName,
            @Nullable String displayName,
            @Nullable String etag) {

        static NamesForm of(ResponseEntity<Me> answer) {
            Me me = Objects.requireNonNull(answer.getBody());
            return new NamesForm(
                    me.lastName(),
                    me.firstName(),
                    me.middleName(),
                    me.displayName(),
                    answer.getHeaders().getETag());
        }

        Names names() {
            return new Names(text(lastName), text(firstName), text(middleName), text(displayName));
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }

        @Override
        public String toString() {
            return "NamesForm[hidden]";
        }
    }

    @GetMapping("/settings/profile")
    ModelAndView profile() {
        ResponseEntity<Me> me = profiles.me();
        return page(me, NamesForm.of(me));
    }

    @PostMapping("/settings/profile")
    ModelAndView rename(@ModelAttribute NamesForm form) {
        return switch (Answer.of(() -> profiles.update(form.etag(), form.names()))) {
            case Answer.Given<Me> given -> pages.redirect(PROFILE, "profile.saved");
            case Answer.Refused<Me>(Refusal refusal) -> {
                ResponseEntity<Me> now = profiles.me();
                NamesForm again = new NamesForm(
                        form.lastName(),
                        form.firstName(),
                        form.middleName(),
                        form.displayName(),
                        now.getHeaders().getETag());
                yield page(now, again).addObject("refusal", refusal);
            }
            case Answer.Absent<Me> absent -> page(profiles.me(), form).addObject("absent", true);
        };
    }

    @GetMapping("/settings/profile/password")
    ModelAndView password() {
        return new ModelAndView("profile/password");
    }

    @PostMapping("/settings/profile/password")
    ModelAndView changePassword(
            @RequestParam(defaultValue = "") String current, @RequestParam(defaultValue = "") String password) {
        if (current.isEmpty() || current.length() > LONGEST_PASSWORD) {
            return password().addObject("currentError", "profile.password.current.empty");
        }
        if (password.isEmpty() || password.length() > LONGEST_PASSWORD) {
            return password().addObject("newCode", "PASSWORD_POLICY");
        }
        return switch (Answer.of(() -> profiles.changePassword(new PasswordChange(current, password)))) {
            case Answer.Given<Answer.Done> done -> pages.redirect(PROFILE, "profile.password.changed");
            case Answer.Refused<Answer.Done>(Refusal refusal) -> refused(refusal);
            case Answer.Absent<Answer.Done> absent -> password().addObject("absent", true);
        };
    }

    private ModelAndView refused(Refusal refusal) {
        if (refusal.is("CURRENT_PASSWORD_WRONG")) {
            return password().addObject("currentRefusal", refusal);
        }
        return refusal.code().startsWith("PASSWORD_")
                ? password().addObject("newRefusal", refusal)
                : password().addObject("refusal", refusal);
    }

    private static ModelAndView page(ResponseEntity<Me> me, NamesForm form) {
        return new ModelAndView("profile/profile").addObject("me", me.getBody()).addObject("form", form);
    }
}
