package io.abonent.billing.quote;

import io.abonent.billing.balance.Balance;
import io.abonent.billing.balance.RefreshingBalance;
import io.abonent.billing.link.AccountAccess;
import io.abonent.billing.link.Link;
import io.abonent.billing.supplier.SupplierProfile;
import io.abonent.billing.supplier.Suppliers;
import io.abonent.platform.event.Ids;
import io.abonent.platform.security.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Computes a quote. Asks the supplier if its figures are old, so it runs before any transaction. */
@Component
class QuotingPayment {

    private final AccountAccess access;
    private final Suppliers suppliers;
    private final RefreshingBalance balances;
    private final QuoteProperties properties;
    private final Clock clock;

    QuotingPayment(
            AccountAccess access,
            Suppliers suppliers,
            RefreshingBalance balances,
            QuoteProperties properties,
            Clock clock) {
        this.access = access;
        this.suppliers = suppliers;
        this.balances = balances;
        this.properties = properties;
        this.clock = clock;
    }

    sealed interface Quoted {

        record Made(Quote quote) implements Quoted {}

        record Refused(QuoteRefused why) implements Quoted {}
    }

    Quoted quote(CurrentUser user, QuoteRequest request) {
        // All accounts first: a foreign one is "not found" whatever else is wrong.
        List<Link> links = new ArrayList<>();
        for (QuoteRequest.Part part : request.parts()) {
            Optional<Link> link = access.find(user, part.supplyAccountId());
            if (link.isEmpty()) {
                return refused(new QuoteRefused.NotYours());
            }
            links.add(link.get());
        }
        List<Quote.Part> parts = new ArrayList<>();
        List<String> currencies = new ArrayList<>();
        for (int index = 0; index < links.size(); index++) {
            Priced priced = price(links.get(index), request.parts().get(index));
            if (priced.refusal().isPresent()) {
                return refused(priced.refusal().get());
            }
            parts.add(priced.part().orElseThrow());
            currencies.add(priced.currency());
        }
        if (currencies.stream().distinct().count() > 1) {
            return refused(new QuoteRefused.CurrencyMixed());
        }
        Instant now = clock.instant();
        long total = parts.stream().mapToLong(Quote.Part::amountMinor).reduce(0, Math::addExact);
        return new Quoted.Made(new Quote(
                Ids.next(),
                user.userId(),
                total,
                currencies.getFirst(),
                now,
                now.plus(properties.validFor()),
                null,
                List.copyOf(parts)));
    }

    private Priced price(Link link, QuoteRequest.Part asked) {
        Optional<SupplierProfile> supplier = suppliers.find(link.supplierId()).filter(SupplierProfile::paysNow);
        if (supplier.isEmpty()) {
            return Priced.refused(new QuoteRefused.SupplierNotAccepting(link.supplyAccountId()));
        }
        SupplierProfile.PaymentLimits limits = supplier.get().payments();
        Optional<Balance> balance = balances.current(link);
        long due = balance.map(Balance::amountDueMinor).orElse(0L);
        long amount;
        if (asked.mode() == QuoteMode.DEBT) {
            if (balance.filter(balances::isFresh).isEmpty()) {
                return Priced.refused(new QuoteRefused.DebtUnknown(link.supplyAccountId()));
            }
            if (due == 0) {
                return Priced.refused(new QuoteRefused.NothingDue(link.supplyAccountId()));
            }
            amount = due;
        } else {
            amount = asked.amountMinor() == null ? 0 : asked.amountMinor();
        }
        if (!limits.contains(amount)) {
            return Priced.refused(new QuoteRefused.AmountOutOfRange(
                    link.supplyAccountId(), limits.minAmountMinor(), limits.maxAmountMinor()));
        }
        return new Priced(
                Optional.of(Quote.Part.of(link, asked.mode(), amount, due)), limits.currency(), Optional.empty());
    }

    private record Priced(Optional<Quote.Part> part, String currency, Optional<QuoteRefused> refusal) {

        static Priced refused(QuoteRefused why) {
            return new Priced(Optional.empty(), "", Optional.of(why));
        }
    }

    private static Quoted refused(QuoteRefused why) {
        return new Quoted.Refused(why);
    }
}
