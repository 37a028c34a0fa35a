package io.abonent.billing.fiscal;

import io.abonent.billing.fiscal.FiscalGateway.Item;
import io.abonent.billing.fiscal.FiscalGateway.Receipt;
import io.abonent.billing.fiscal.FiscalGateway.Settlement;
import io.abonent.billing.payment.PaidPart;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What stands on the receipt of a part: the debt as full payment, what goes above it as an advance. */
@Component
class ReceiptComposer {

    private final FiscalProperties properties;

    ReceiptComposer(FiscalProperties properties) {
        this.properties = properties;
    }

    Receipt compose(PaidPart part, String taxId) {
        FiscalProperties.VatRate vat = rateAt(part.paidAt());
        long forDebt = part.amountMinor() - part.advanceMinor();
        List<Item> items = new ArrayList<>();
        if (forDebt > 0) {
            items.add(new Item(properties.itemName(), forDebt, vat.onPayment(), Settlement.FULL_PAYMENT));
        }
        if (part.advanceMinor() > 0) {
            items.add(new Item(properties.itemName(), part.advanceMinor(), vat.onAdvance(), Settlement.ADVANCE));
        }
        return new Receipt(documentId(part), taxId, List.copyOf(items));
    }

    private static String documentId(PaidPart part) {
        return part.fiscalAttempt() == 1 ? part.partId().toString() : part.partId() + "-" + part.fiscalAttempt();
    }

    private FiscalProperties.VatRate rateAt(Instant paidAt) {
        LocalDate day = LocalDate.ofInstant(paidAt, properties.zone());
        return properties.vatRates().stream()
                .filter(rate -> !rate.from().isAfter(day))
                .max(Comparator.comparing(FiscalProperties.VatRate::from))
                .orElseThrow(() -> new IllegalStateException("abonent.fiscal.vat-rates has no rate for " + day));
    }
}
