package io.abonent.simulators.backoffice;

import io.abonent.simulators.backoffice.Books.Booked;
import io.abonent.simulators.backoffice.Documents.PaymentOrder;
import io.abonent.simulators.backoffice.Documents.PostedPayment;
import io.abonent.simulators.fault.CurrentFault;
import io.abonent.simulators.fault.FaultMode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes payments into the supplier's books, each document once. */
@RestController("backOfficePayments")
@RequestMapping("/back-office/{supplier}/payments")
class PaymentController {

    private static final long AMOUNT_MAX_MINOR = 100_000_000_00L;

    private final Desk desk;
    private final Books books;
    private final Clock clock;

    PaymentController(Desk desk, Books books, Clock clock) {
        this.desk = desk;
        this.books = books;
        this.clock = clock;
    }

    record PaymentView(String operationId, String status) {

        static PaymentView of(PostedPayment payment) {
            return new PaymentView(payment.operationId(), "ACCEPTED");
        }
    }

    private record Accepted(CustomerAccount account, String documentId, long amountMinor, String currency) {}

    @PostMapping
    ResponseEntity<PaymentView> accept(
            @PathVariable String supplier,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody PaymentOrder order,
            HttpServletRequest request) {
        if (key == null || key.isBlank()) {
            throw BackOfficeRefusal.malformed("IDEMPOTENCY_KEY_REQUIRED");
        }
        Accepted accepted = check(supplier, order);
        if (CurrentFault.of(request).mode() == FaultMode.REFUSE) {
            throw BackOfficeRefusal.rule("PAYMENT_REFUSED");
        }
        Booked<PostedPayment> booked =
                books.post(supplier, accepted.documentId(), number -> payment(accepted, order, number));
        PostedPayment posted = booked.document();
        if (posted.account() != accepted.account().key() || posted.amountMinor() != accepted.amountMinor()) {
            throw BackOfficeRefusal.conflict("DOCUMENT_CHANGED");
        }
        HttpStatus status = booked.fresh() ? HttpStatus.CREATED : HttpStatus.OK;
        return ResponseEntity.status(status).body(PaymentView.of(posted));
    }

    @GetMapping("/{documentId}")
    PaymentView find(@PathVariable String supplier, @PathVariable String documentId) {
        return books.payment(desk.supplier(supplier).code(), documentId)
                .map(PaymentView::of)
                .orElseThrow(BackOfficeRefusal::notFound);
    }

    private Accepted check(String supplier, PaymentOrder order) {
        String documentId = order.documentId();
        String reference = order.accountRef();
        Long amountMinor = order.amountMinor();
        if (documentId == null || documentId.isBlank() || reference == null || amountMinor == null) {
            throw BackOfficeRefusal.malformed("MALFORMED");
        }
        CustomerAccount account = account(supplier, reference);
        if (!"RUB".equals(order.currency())) {
            throw BackOfficeRefusal.rule("CURRENCY_NOT_ACCEPTED");
        }
        if (amountMinor <= 0 || amountMinor > AMOUNT_MAX_MINOR) {
            throw BackOfficeRefusal.rule("AMOUNT_NOT_ACCEPTED");
        }
        if (!account.open() && books.payment(supplier, documentId).isEmpty()) {
            throw BackOfficeRefusal.conflict("ACCOUNT_CLOSED");
        }
        return new Accepted(account, documentId, amountMinor, "RUB");
    }

    private CustomerAccount account(String supplier, String reference) {
        desk.supplier(supplier);
        try {
            return desk.byReference(supplier, reference);
        } catch (BackOfficeRefusal ignored) {
            // Money for an account nobody knows: refused for good, unlike an address that does not exist.
            throw BackOfficeRefusal.rule("ACCOUNT_UNKNOWN");
        }
    }

    private PostedPayment payment(Accepted accepted, PaymentOrder order, long number) {
        Year year = Year.now(clock.withZone(ZoneOffset.UTC));
        return new PostedPayment(
                accepted.account().supplier().code(),
                accepted.account().key(),
                accepted.documentId(),
                "%s-%09d".formatted(year, number),
                accepted.amountMinor(),
                accepted.currency(),
                order.paidAt(),
                clock.instant());
    }
}
