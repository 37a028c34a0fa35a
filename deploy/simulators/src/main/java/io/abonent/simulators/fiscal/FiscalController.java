package io.abonent.simulators.fiscal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.abonent.simulators.SimulatorsProperties;
import io.abonent.simulators.fault.CurrentFault;
import io.abonent.simulators.fault.Fault;
import io.abonent.simulators.fault.FaultMode;
import io.abonent.simulators.fiscal.ReceiptOrder.Receipt;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** The cash register's API: order a receipt, ask what became of it. */
@RestController
@RequestMapping("/fiscal/v5")
class FiscalController {

    private static final DateTimeFormatter RECEIPT_TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss", Locale.ROOT);

    private final RegisterMemory memory;
    private final FiscalProperties properties;
    private final SimulatorsProperties simulators;
    private final Clock clock;

    FiscalController(RegisterMemory memory, FiscalProperties properties, SimulatorsProperties simulators, Clock clock) {
        this.memory = memory;
        this.properties = properties;
        this.simulators = simulators;
        this.clock = clock;
    }

    record Problem(int code, String text, String type, String errorId) {

        static Problem of(int code, String text) {
            return new Problem(
                    code,
                    text,
                    code < 10 ? "system" : "driver",
                    UUID.randomUUID().toString());
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Payload(
            String fnNumber,
            long fiscalDocumentNumber,
            String fiscalDocumentAttribute,
            String receiptDatetime,
            int shiftNumber,
            int fiscalReceiptNumber,
            String ecrRegistrationNumber,
            BigDecimal total,
            String fnsSite,
            String ofdReceiptUrl) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Report(
            @Nullable String uuid,
            @Nullable String externalId,
            String status,
            @Nullable Payload payload,
            @Nullable Problem error,
            String timestamp) {}

    @PostMapping("/sell")
    ResponseEntity<Report> sell(
            @RequestHeader(name = "Token", required = false) @Nullable String token,
            @RequestBody ReceiptOrder order,
            HttpServletRequest request) {
        return register("sell", token, order, CurrentFault.of(request));
    }

    @PostMapping("/sell_refund")
    ResponseEntity<Report> refund(
            @RequestHeader(name = "Token", required = false) @Nullable String token,
            @RequestBody ReceiptOrder order,
            HttpServletRequest request) {
        return register("sell_refund", token, order, CurrentFault.of(request));
    }

    @GetMapping("/report/{uuid}")
    ResponseEntity<Report> report(
            @RequestHeader(name = "Token", required = false) @Nullable String token, @PathVariable String uuid) {
        if (!properties.token().equals(token)) {
            return problem(HttpStatus.UNAUTHORIZED, Problem.of(11, "Не авторизован"));
        }
        return memory.byUuid(uuid)
                .map(document -> ResponseEntity.ok(report(document)))
                .orElseGet(() -> problem(HttpStatus.NOT_FOUND, Problem.of(34, "Чек не найден")));
    }

    private ResponseEntity<Report> register(String operation, @Nullable String token, ReceiptOrder order, Fault fault) {
        if (!properties.token().equals(token)) {
            return problem(HttpStatus.UNAUTHORIZED, Problem.of(11, "Не авторизован"));
        }
        String externalId = order.externalId();
        Receipt receipt = order.receipt();
        if (externalId == null || externalId.isBlank() || externalId.length() > 128 || receipt == null) {
            return problem(HttpStatus.BAD_REQUEST, Problem.of(32, "Нет external_id или receipt"));
        }
        String violation = ReceiptRules.violation(receipt);
        if (violation != null) {
            return problem(HttpStatus.BAD_REQUEST, Problem.of(32, violation));
        }
        String failure = fault.mode() == FaultMode.REFUSE ? "Исчерпан ресурс фискального накопителя" : null;
        Duration extra = fault.mode() == FaultMode.PENDING ? fault.delay() : Duration.ZERO;
        FiscalDocument document = memory.register(operation, externalId, receipt, failure, extra);
        return ResponseEntity.ok(new Report(document.uuid(), externalId, "wait", null, null, now()));
    }

    private Report report(FiscalDocument document) {
        String uuid = document.uuid();
        if (!document.isReadyAt(clock.instant())) {
            return new Report(uuid, document.externalId(), "wait", null, null, now());
        }
        if (document.failure() != null) {
            return new Report(uuid, document.externalId(), "fail", null, Problem.of(235, document.failure()), now());
        }
        return new Report(uuid, document.externalId(), "done", payload(document), null, now());
    }

    private Payload payload(FiscalDocument document) {
        return new Payload(
                FiscalDocument.FN_NUMBER,
                document.number(),
                document.attribute(),
                local(document.readyAt()),
                document.shift(),
                document.numberInShift(),
                FiscalDocument.KKT_NUMBER,
                document.total(),
                "nalog.gov.ru",
                simulators.publicUrl("/ofd/%d/%s".formatted(document.number(), document.attribute())));
    }

    private String now() {
        return local(clock.instant());
    }

    private String local(Instant instant) {
        return instant.atZone(properties.zone()).format(RECEIPT_TIME);
    }

    private ResponseEntity<Report> problem(HttpStatus status, Problem problem) {
        return ResponseEntity.status(status).body(new Report(null, null, "fail", null, problem, now()));
    }

    @ExceptionHandler
    ResponseEntity<Report> unreadable(HttpMessageNotReadableException ignored) {
        return problem(HttpStatus.BAD_REQUEST, Problem.of(30, "Запрос не читается"));
    }
}
