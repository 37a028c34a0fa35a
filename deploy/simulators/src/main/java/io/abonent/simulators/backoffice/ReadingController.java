package io.abonent.simulators.backoffice;

import io.abonent.simulators.backoffice.Books.LastReading;
import io.abonent.simulators.backoffice.CustomerAccount.Meter;
import io.abonent.simulators.backoffice.Documents.ReadingOrder;
import io.abonent.simulators.backoffice.Documents.ReadingStatus;
import io.abonent.simulators.backoffice.Documents.RegisterValue;
import io.abonent.simulators.backoffice.Documents.RejectionReason;
import io.abonent.simulators.backoffice.Documents.TakenReading;
import io.abonent.simulators.fault.CurrentFault;
import io.abonent.simulators.fault.Fault;
import io.abonent.simulators.fault.FaultMode;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes meter readings; a rejected one is an answer too and is kept like an accepted one. */
@RestController
@RequestMapping("/back-office/{supplier}/readings")
class ReadingController {

    private final Desk desk;
    private final Books books;
    private final Clock clock;

    ReadingController(Desk desk, Books books, Clock clock) {
        this.desk = desk;
        this.books = books;
        this.clock = clock;
    }

    record ReadingView(ReadingStatus status, @Nullable RejectionReason reason) {}

    private record Submitted(CustomerAccount account, String documentId, String serial, RegisterValue value) {}

    @PostMapping
    ReadingView take(
            @PathVariable String supplier,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody ReadingOrder order,
            HttpServletRequest request) {
        if (key == null || key.isBlank()) {
            throw BackOfficeRefusal.malformed("IDEMPOTENCY_KEY_REQUIRED");
        }
        Submitted submitted = check(supplier, order);
        Fault fault = CurrentFault.of(request);
        return view(books.take(supplier, submitted.documentId(), () -> decide(submitted, order, fault))
                .document());
    }

    @GetMapping("/{documentId}")
    ReadingView find(@PathVariable String supplier, @PathVariable String documentId) {
        return books.reading(desk.supplier(supplier).code(), documentId)
                .map(this::view)
                .orElseThrow(BackOfficeRefusal::notFound);
    }

    private ReadingView view(TakenReading reading) {
        Instant now = clock.instant();
        return new ReadingView(reading.statusAt(now), reading.reasonAt(now));
    }

    private Submitted check(String supplier, ReadingOrder order) {
        String documentId = order.documentId();
        String reference = order.accountRef();
        String serial = order.serial();
        List<RegisterValue> registers = order.registers();
        if (documentId == null || reference == null || serial == null || registers == null || registers.size() != 1) {
            throw BackOfficeRefusal.malformed("MALFORMED");
        }
        return new Submitted(desk.byReference(supplier, reference), documentId, serial, registers.getFirst());
    }

    private TakenReading decide(Submitted submitted, ReadingOrder order, Fault fault) {
        Instant now = clock.instant();
        RejectionReason reason = fault.mode() == FaultMode.REFUSE ? RejectionReason.OTHER : reject(submitted, order);
        Duration thinking = fault.mode() == FaultMode.PENDING ? fault.delay() : Duration.ZERO;
        return new TakenReading(
                submitted.account().supplier().code(),
                submitted.account().key(),
                submitted.documentId(),
                submitted.serial(),
                submitted.value().value(),
                reason == null ? ReadingStatus.ACCEPTED : ReadingStatus.REJECTED,
                reason,
                order.capturedAt(),
                now.plus(thinking));
    }

    private @Nullable RejectionReason reject(Submitted submitted, ReadingOrder order) {
        CustomerAccount account = submitted.account();
        Optional<Meter> meter = account.meters().stream()
                .filter(candidate -> candidate.serial().equals(submitted.serial()))
                .findFirst();
        if (meter.isEmpty()) {
            return RejectionReason.METER_REMOVED;
        }
        LastReading last = books.lastReading(account, meter.get());
        BigDecimal previous = last == null ? BigDecimal.ZERO : last.value();
        Instant capturedAt = order.capturedAt() == null ? clock.instant() : order.capturedAt();
        return ReadingRules.reject(account, meter.get(), submitted.value(), previous, capturedAt);
    }
}
