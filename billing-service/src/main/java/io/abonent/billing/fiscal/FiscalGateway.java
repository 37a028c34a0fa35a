package io.abonent.billing.fiscal;

import io.abonent.billing.partner.PartnerUnavailable;
import java.time.Instant;
import java.util.List;

/** The cash register (54-FZ). Methods may throw {@link PartnerUnavailable}: nothing is known then, call again. */
interface FiscalGateway {

    /**
     * Idempotent by {@code documentId}.
     *
     * @return the register's own id of the document
     */
    String register(Receipt receipt);

    Report report(String registerUuid);

    /**
     * @param documentId ours: the part, and the number of the attempt from the second on
     * @param taxId INN of the supplier, on whose behalf the money is taken
     */
    record Receipt(String documentId, String taxId, List<Item> items) {

        long totalMinor() {
            return items.stream().mapToLong(Item::amountMinor).reduce(0, Math::addExact);
        }
    }

    /**
     * @param vat the register's code of the VAT rate
     * @param settlement tag 1214
     */
    record Item(String name, long amountMinor, String vat, Settlement settlement) {}

    enum Settlement {
        /** 4: for what is due. */
        FULL_PAYMENT,
        /** 3: what goes above the debt. */
        ADVANCE
    }

    sealed interface Report {

        record Waiting() implements Report {}

        record Registered(String drive, long document, String sign, String url, Instant at) implements Report {}

        record Failed(String error) implements Report {}
    }
}
