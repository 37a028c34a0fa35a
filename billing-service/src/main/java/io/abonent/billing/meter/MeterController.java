package io.abonent.billing.meter;

import io.abonent.billing.consent.ConsentGate;
import io.abonent.billing.link.AccountAccess;
import io.abonent.billing.link.Link;
import io.abonent.billing.problem.BillingProblem;
import io.abonent.billing.supplier.SupplierProfile;
import io.abonent.billing.supplier.Suppliers;
import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import io.abonent.platform.security.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MeterController {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final ConsentGate consent;
    private final AccountAccess access;
    private final SynchronisingMeters meters;
    private final Suppliers suppliers;
    private final Clock clock;

    MeterController(
            ConsentGate consent, AccountAccess access, SynchronisingMeters meters, Suppliers suppliers, Clock clock) {
        this.consent = consent;
        this.access = access;
        this.meters = meters;
        this.suppliers = suppliers;
        this.clock = clock;
    }

    @GetMapping("/api/v1/supply-accounts/{supplyAccountId}/meters")
    MetersView meters(CurrentUser user, @PathVariable UUID supplyAccountId) {
        if (!consent.isOpen(user)) {
            throw new ProblemException(PlatformProblem.CONSENT_REQUIRED);
        }
        Link link =
                access.find(user, supplyAccountId).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        SupplierProfile supplier = suppliers
                .find(link.supplierId())
                .orElseThrow(() -> new ProblemException(PlatformProblem.TEMPORARILY_UNAVAILABLE).retryAfter(SOON));
        List<Meter> known = meters.current(link)
                .orElseThrow(() -> new ProblemException(BillingProblem.SUPPLIER_UNAVAILABLE).retryAfter(SOON));
        return MetersView.of(known, link.extended(), ReadingWindow.at(supplier, clock.instant()));
    }
}
