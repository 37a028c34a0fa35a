package io.abonent.billing.balance;

import io.abonent.billing.consent.ConsentGate;
import io.abonent.billing.link.AccountAccess;
import io.abonent.billing.link.Link;
import io.abonent.billing.problem.BillingProblem;
import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import io.abonent.platform.security.CurrentUser;
import java.time.Duration;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BalanceController {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final BalanceReads reads;
    private final RefreshingBalance refreshing;
    private final ConsentGate consent;
    private final AccountAccess access;

    BalanceController(BalanceReads reads, RefreshingBalance refreshing, ConsentGate consent, AccountAccess access) {
        this.reads = reads;
        this.refreshing = refreshing;
        this.consent = consent;
        this.access = access;
    }

    @GetMapping("/api/v1/supply-accounts/{supplyAccountId}/balance")
    BalanceView balance(CurrentUser user, @PathVariable UUID supplyAccountId) {
        BalanceReads.Seen seen = reads.look(user.userId(), supplyAccountId);
        if (!seen.consentOpen() && !consent.confirmedByOwner(user)) {
            throw new ProblemException(PlatformProblem.CONSENT_REQUIRED);
        }
        Link link = seen.link().orElseGet(() -> requireLink(user, supplyAccountId));
        Balance balance = refreshing
                .current(link, seen.balance())
                .orElseThrow(() -> new ProblemException(BillingProblem.SUPPLIER_UNAVAILABLE).retryAfter(SOON));
        return BalanceView.of(balance, link.extended(), refreshing.isStale(balance));
    }

    private Link requireLink(CurrentUser user, UUID supplyAccountId) {
        return access.find(user, supplyAccountId).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
    }
}
