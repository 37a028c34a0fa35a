package io.abonent.billing.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One movement of money; cannot be made unless debits and credits are equal.
 *
 * @param reference what may be entered once per kind: the part, or the provider's operation
 */
public record JournalTransaction(Kind kind, String reference, UUID paymentId, Instant occurredAt, List<Entry> entries) {

    public enum Kind {
        PAID,
        POSTED,
        REFUNDED,
        CHARGED_BACK
    }

    /** @param amountMinor debit positive, credit negative */
    public record Entry(LedgerAccount account, long amountMinor, String currency) {

        public Entry {
            if (amountMinor == 0) {
                throw new IllegalArgumentException("an entry moves something");
            }
        }
    }

    public JournalTransaction {
        entries = List.copyOf(entries);
        if (entries.size() < 2) {
            throw new IllegalArgumentException("money comes from somewhere and goes somewhere");
        }
        if (entries.stream().map(Entry::currency).distinct().count() > 1) {
            throw new IllegalArgumentException("one currency per transaction");
        }
        if (entries.stream().mapToLong(Entry::amountMinor).reduce(0, Math::addExact) != 0) {
            throw new IllegalArgumentException("debits and credits differ");
        }
    }

    /** @param partId unique within the payment, which is also the unit that is posted and refunded */
    public record Part(
            UUID paymentId, UUID partId, UUID supplyAccountId, UUID supplierId, long amountMinor, String currency) {}

    /** The provider took the money: it holds it, and we owe the customer. */
    public static JournalTransaction paid(Part part, Instant at) {
        return move(
                Kind.PAID,
                part.partId().toString(),
                part,
                LedgerAccount.PROVIDER_CLEARING,
                LedgerAccount.customerAdvance(part.supplyAccountId()),
                at);
    }

    /** The supplier credited the customer: we owe the supplier instead. */
    public static JournalTransaction posted(Part part, Instant at) {
        return move(
                Kind.POSTED,
                part.partId().toString(),
                part,
                LedgerAccount.customerAdvance(part.supplyAccountId()),
                LedgerAccount.supplierSettlement(part.supplierId()),
                at);
    }

    /** Given back by our own decision, before or after the supplier had credited it. */
    public static JournalTransaction refunded(Part part, String operationId, boolean posted, Instant at) {
        return move(Kind.REFUNDED, operationId, part, owing(part, posted), LedgerAccount.PROVIDER_CLEARING, at);
    }

    /** Taken back by the customer's bank. */
    public static JournalTransaction chargedBack(Part part, String operationId, boolean posted, Instant at) {
        return move(Kind.CHARGED_BACK, operationId, part, owing(part, posted), LedgerAccount.PROVIDER_CLEARING, at);
    }

    private static LedgerAccount owing(Part part, boolean posted) {
        return posted
                ? LedgerAccount.supplierSettlement(part.supplierId())
                : LedgerAccount.customerAdvance(part.supplyAccountId());
    }

    private static JournalTransaction move(
            Kind kind, String reference, Part part, LedgerAccount debit, LedgerAccount credit, Instant at) {
        return new JournalTransaction(
                kind,
                reference,
                part.paymentId(),
                at,
                List.of(
                        new Entry(debit, part.amountMinor(), part.currency()),
                        new Entry(credit, Math.negateExact(part.amountMinor()), part.currency())));
    }
}
