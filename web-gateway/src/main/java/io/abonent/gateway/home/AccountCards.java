package io.abonent.gateway.home;

import io.abonent.gateway.service.AccountService.Link;
import io.abonent.gateway.service.Answer;
import io.abonent.gateway.service.Asked;
import io.abonent.gateway.service.BillingService;
import io.abonent.gateway.service.BillingService.Balance;
import io.abonent.gateway.service.BillingService.Overview;
import io.abonent.gateway.service.BillingService.OverviewItem;
import io.abonent.gateway.service.SideBySide;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings together what account-service and billing-service say about the same accounts. */
@Component
class AccountCards {

    private final BillingService billing;
    private final SideBySide sideBySide;

    AccountCards(BillingService billing, SideBySide sideBySide) {
        this.billing = billing;
        this.sideBySide = sideBySide;
    }

    List<AccountCard> of(List<Link> links, Asked<Overview> overview) {
        if (links.isEmpty()) {
            return List.of();
        }
        Answer<Overview> answer = overview.answer();
        Map<UUID, OverviewItem> items = new HashMap<>();
        Map<UUID, Asked<Balance>> missing = new HashMap<>();
        if (answer instanceof Answer.Given(Overview(List<OverviewItem> given))) {
            given.forEach(item -> items.put(item.supplyAccountId(), item));
            links.stream()
                    .filter(Link::active)
                    .map(Link::supplyAccountId)
                    .filter(account -> account != null && !items.containsKey(account))
                    .forEach(account -> missing.put(account, sideBySide.ask(() -> billing.balance(account))));
        }
        missing.forEach((account, asked) ->
                items.put(account, new OverviewItem(account, asked.answer().orNull(), null)));
        return links.stream().map(link -> card(link, items)).toList();
    }

    private static AccountCard card(Link link, Map<UUID, OverviewItem> items) {
        OverviewItem item = link.active() && link.supplyAccountId() != null ? items.get(link.supplyAccountId()) : null;
        return new AccountCard(link, item == null ? null : item.balance(), item == null ? null : item.window());
    }
}
