package io.abonent.billing.posting;

import com.github.kagkarlsson.scheduler.task.Task;
import io.abonent.billing.backoffice.SupplierBackOffice;
import io.abonent.billing.backoffice.SupplierBackOffice.Account;
import io.abonent.billing.backoffice.SupplierBackOffice.PaymentDocument;
import io.abonent.billing.backoffice.SupplierBackOffice.PostingVerdict;
import io.abonent.billing.balance.RefreshingBalance;
import io.abonent.billing.payment.PaidPart;
import io.abonent.billing.payment.PaidParts;
import io.abonent.billing.payment.PaymentFollowUp;
import io.abonent.billing.work.Backoff;
import io.abonent.billing.work.Next;
import io.abonent.billing.work.Work;
import io.abonent.billing.work.WorkQueue;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the supplier about a paid part until the supplier has it in its books or refuses it for good. */
@Component
class PostingToSupplier implements PaymentFollowUp {

    private static final Logger log = LoggerFactory.getLogger(PostingToSupplier.class);
    private static final String TASK = "supplier-posting";

    private final PaidParts parts;
    private final SupplierBackOffice backOffice;
    private final RefreshingBalance balances;
    private final WorkQueue work;
    private final PostingProperties properties;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PostingToSupplier(
            PaidParts parts,
            SupplierBackOffice backOffice,
            RefreshingBalance balances,
            WorkQueue work,
            PostingProperties properties,
            TransactionTemplate transactions,
            Clock clock) {
        this.parts = parts;
        this.backOffice = backOffice;
        this.balances = balances;
        this.work = work;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void paid(PaidPart part) {
        work.put(TASK, part.partId());
    }

    private Next post(UUID partId) {
        Optional<PaidPart> found = parts.find(partId);
        if (found.isEmpty()) {
            return Next.done();
        }
        PaidPart part = found.get();
        switch (part.supplierStatus()) {
            case ACKED, REJECTED -> {
                return Next.done();
            }
            case NONE -> parts.sentToSupplier(partId);
            case SENT -> log.debug("part {} is told to the supplier again", partId);
        }
        Account account = new Account(part.supplierId(), part.supplierAccountRef());
        PaymentDocument document = new PaymentDocument(partId, part.amountMinor(), part.currency(), part.paidAt());
        settle(part, backOffice.post(account, document));
        return Next.done();
    }

    private void settle(PaidPart part, PostingVerdict verdict) {
        transactions.executeWithoutResult(transaction -> {
            switch (verdict) {
                case PostingVerdict.Accepted(String operationId) -> {
                    parts.acknowledged(part.partId(), operationId);
                    balances.later(part.supplyAccountId());
                }
                case PostingVerdict.Refused(String code) -> {
                    log.error(
                            "REJECTED part {} by the supplier: {}; the money is held as an advance",
                            part.partId(),
                            code);
                    parts.rejected(part.partId(), code);
                }
            }
        });
    }

    @Bean
    Task<Void> supplierPostingTask() {
        Backoff backoff = new Backoff(properties.firstPause(), properties.longestPause());
        return Work.named(TASK, backoff, clock, this::post);
    }
}
