package io.abonent.gateway.home;

import io.abonent.gateway.service.AccountService.Link;
import io.abonent.gateway.service.AccountService.LinkStatus;
import io.abonent.gateway.service.BillingService.Balance;
import io.abonent.gateway.service.BillingService.Window;
import org.jspecify.annotations.Nullable;

/**
 * One account on the first page; what could not be had is absent, the rest stands.
 *
 * @param window when its meters are read; absent without meters, too
 */
record AccountCard(
        Link link, @Nullable Balance balance, @Nullable Window window) {

    /** The supplier is being asked about it. */
    public boolean waiting() {
        return link.status() == LinkStatus.PENDING_SUPPLIER || link.status() == LinkStatus.UNKNOWN;
    }
}
