package io.abonent.account.onboarding;

import io.abonent.account.consent.ConsentGate;
import io.abonent.account.link.LinkedUsers;
import io.abonent.platform.security.CurrentUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a person stands in the instruction. Computed from what is true now, so that going back reopens a step. */
@RestController
class OnboardingController {

    private final ConsentGate gate;
    private final LinkedUsers linkedUsers;

    OnboardingController(ConsentGate gate, LinkedUsers linkedUsers) {
        this.gate = gate;
        this.linkedUsers = linkedUsers;
    }

    enum NextStep {
        SIGN_CONSENT,
        LINK_ACCOUNT,
        DONE
    }

    record Onboarding(NextStep nextStep) {}

    @GetMapping("/api/v1/onboarding")
    Onboarding onboarding(CurrentUser user) {
        if (!gate.pass(user).open()) {
            return new Onboarding(NextStep.SIGN_CONSENT);
        }
        return new Onboarding(linkedUsers.hasActiveLink(user.userId()) ? NextStep.DONE : NextStep.LINK_ACCOUNT);
    }
}
