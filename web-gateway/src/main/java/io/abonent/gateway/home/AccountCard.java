package io.abonent.gateway.home;

import io.abonent.gateway.service.AccountService.Link;
import io.abonent.gateway.service.AccountService.LinkStatus;
import io.abonent.gateway.service.BillingService.Balance;
import io.abonent.gateway.service.BillingService.Meter;
import io.abonent.gateway.service.BillingService.Meters;
import io.abonent.gateway.service.BillingService.Window;
import org.jspecify.annotations.Nullable;

/** One account on the first page; what could not be had is absent, the rest stands. */
record AccountCard(
        Link link, @Nullable Balance balance, @Nullable Meters meters) {

    /** The supplier is being asked about it. */
    public boolean waiting() {
        return link.status() == LinkStatus.PENDING_SUPPLIER || link.status() == LinkStatus.UNKNOWN;
    }

    public @Nullable Window window() {
        return meters == null
                ? null
                : meters.items().stream().map(Meter::window).findFirst().orElse(null);
    }
}
