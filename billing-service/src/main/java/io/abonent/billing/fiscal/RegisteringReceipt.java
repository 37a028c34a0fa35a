package io.abonent.billing.fiscal;

import com.github.kagkarlsson.scheduler.task.Task;
import io.abonent.billing.fiscal.FiscalGateway.Report;
import io.abonent.billing.payment.PaidPart;
import io.abonent.billing.payment.PaidParts;
import io.abonent.billing.payment.PaymentFollowUp;
import io.abonent.billing.supplier.SupplierProfile;
import io.abonent.billing.supplier.Suppliers;
import io.abonent.billing.work.Backoff;
import io.abonent.billing.work.Next;
import io.abonent.billing.work.Work;
import io.abonent.billing.work.WorkQueue;
import io.abonent.contracts.billing.PaymentPart.FiscalStatus;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Gets the fiscal receipt of a paid part: hands it in, asks for the report until the register has decided. */
@Component
class RegisteringReceipt implements PaymentFollowUp {

    private static final Logger log = LoggerFactory.getLogger(RegisteringReceipt.class);
    private static final String TASK = "fiscal-receipt";

    private final PaidParts parts;
    private final FiscalGateway register;
    private final ReceiptComposer composer;
    private final Suppliers suppliers;
    private final FiscalProperties properties;
    private final WorkQueue work;
    private final Clock clock;

    RegisteringReceipt(
            PaidParts parts,
            FiscalGateway register,
            ReceiptComposer composer,
            Suppliers suppliers,
            FiscalProperties properties,
            WorkQueue work,
            Clock clock) {
        this.parts = parts;
        this.register = register;
        this.composer = composer;
        this.suppliers = suppliers;
        this.properties = properties;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public void paid(PaidPart part) {
        work.put(TASK, part.partId());
    }

    private Next advance(UUID partId) {
        Optional<PaidPart> found = parts.find(partId);
        if (found.isEmpty() || found.get().fiscalStatus() == FiscalStatus.REGISTERED) {
            return Next.done();
        }
        PaidPart part = found.get();
        if (part.fiscalAttempt() > properties.attempts()) {
            log.error("RECEIPT of part {} failed {} times: somebody has to look", partId, properties.attempts());
            return Next.done();
        }
        String fiscalUuid = part.fiscalUuid();
        if (fiscalUuid == null) {
            String taxId = suppliers
                    .find(part.supplierId())
                    .map(SupplierProfile::payments)
                    .map(SupplierProfile.PaymentLimits::taxId)
                    .orElseThrow(() -> new IllegalStateException("supplier " + part.supplierId() + " is unknown"));
            fiscalUuid = register.register(composer.compose(part, taxId));
            parts.receiptOrdered(partId, fiscalUuid);
        }
        return hear(partId, register.report(fiscalUuid));
    }

    private Next hear(UUID partId, Report report) {
        return switch (report) {
            case Report.Waiting() -> Next.again(clock.instant().plus(properties.reportPause()));
            case Report.Registered(var drive, var document, var sign, var url, var at) -> {
                parts.receiptRegistered(partId, new PaidParts.RegisteredReceipt(drive, document, sign, url, at));
                yield Next.done();
            }
            case Report.Failed(String error) -> {
                log.warn("the cash register gave up on part {}: {}", partId, error);
                parts.receiptFailed(partId);
                yield Next.again(clock.instant().plus(properties.reportPause().multipliedBy(5)));
            }
        };
    }

    @Bean
    Task<Void> fiscalReceiptTask() {
        Backoff backoff = new Backoff(properties.firstPause(), properties.longestPause());
        return Work.named(TASK, backoff, clock, this::advance);
    }
}
