package io.abonent.account.link;

import io.abonent.account.consent.ConsentGate;
import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import io.abonent.platform.security.CurrentUser;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * For services whose replica does not know a link yet, asked with the person's own token. It tells the supplier's
 * reference, which no gateway needs: not part of the interface for gateways (docs/decisions/0012).
 */
@RestController
class LinkStateController {

    private final ConsentGate gate;
    private final LinkStates states;

    LinkStateController(ConsentGate gate, LinkStates states) {
        this.gate = gate;
        this.states = states;
    }

    record LinkStateItems(List<LinkState> items) {}

    @GetMapping("/internal/v1/account-links")
    LinkStateItems ofAccount(CurrentUser user, @RequestParam UUID supplyAccountId) {
        if (!gate.pass(user).open()) {
            throw new ProblemException(PlatformProblem.CONSENT_REQUIRED);
        }
        return new LinkStateItems(states.of(user.userId(), supplyAccountId));
    }
}
