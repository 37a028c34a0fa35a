package io.abonent.billing.overview;

import io.abonent.billing.balance.BalanceReads;
import io.abonent.billing.balance.BalanceReads.Held;
import io.abonent.billing.balance.BalanceView;
import io.abonent.billing.balance.RefreshingBalance;
import io.abonent.billing.consent.ConsentGate;
import io.abonent.billing.meter.Meters;
import io.abonent.billing.meter.ReadingWindow;
import io.abonent.billing.meter.WindowView;
import io.abonent.billing.supplier.Suppliers;
import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import io.abonent.platform.security.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the first page of a cabinet shows, in one answer however many accounts there are. It knows what the events have
 * told it: an account linked a moment ago may be missing, and is found by its own routes.
 */
@RestController
class OverviewController {

    private final BalanceReads reads;
    private final RefreshingBalance refreshing;
    private final ConsentGate consent;
    private final Meters meters;
    private final Suppliers suppliers;
    private final Clock clock;

    OverviewController(
            BalanceReads reads,
            RefreshingBalance refreshing,
            ConsentGate consent,
            Meters meters,
            Suppliers suppliers,
            Clock clock) {
        this.reads = reads;
        this.refreshing = refreshing;
        this.consent = consent;
        this.meters = meters;
        this.suppliers = suppliers;
        this.clock = clock;
    }

    @GetMapping("/api/v1/supply-accounts")
    OverviewView overview(CurrentUser user) {
        BalanceReads.All all = reads.all(user.userId());
        if (!all.consentOpen() && !consent.confirmedByOwner(user)) {
            throw new ProblemException(PlatformProblem.CONSENT_REQUIRED);
        }
        List<Held> accounts = refreshing.current(all.accounts());
        Set<UUID> metered = meters.metered(
                accounts.stream().map(held -> held.link().supplyAccountId()).toList());
        Map<UUID, Optional<WindowView>> windows = new HashMap<>();
        return new OverviewView(accounts.stream()
                .map(held -> item(
                        held,
                        metered.contains(held.link().supplyAccountId())
                                ? windows.computeIfAbsent(held.link().supplierId(), this::window)
                                        .orElse(null)
                                : null))
                .toList());
    }

    private OverviewView.Item item(Held held, @Nullable WindowView window) {
        return new OverviewView.Item(
                held.link().supplyAccountId(),
                held.balance()
                        .map(balance -> BalanceView.of(balance, held.link().extended(), refreshing.isStale(balance)))
                        .orElse(null),
                window);
    }

    /** The same for all accounts of a supplier. */
    private Optional<WindowView> window(UUID supplierId) {
        Instant now = clock.instant();
        return suppliers.find(supplierId).map(supplier -> WindowView.of(ReadingWindow.at(supplier, now)));
    }
}
