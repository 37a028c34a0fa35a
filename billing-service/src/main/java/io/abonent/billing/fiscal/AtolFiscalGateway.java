package io.abonent.billing.fiscal;

import io.abonent.billing.partner.PartnerAnswer;
import io.abonent.billing.partner.PartnerClient;
import io.abonent.billing.partner.PartnerUnavailable;
import io.abonent.billing.partner.Partners;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Shape of the ATOL Online v5 API. */
@Component
class AtolFiscalGateway implements FiscalGateway {

    private static final DateTimeFormatter RECEIPT_TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");
    private static final int NON_CASH = 1;

    private final PartnerClient client;
    private final String token;
    private final String paymentAddress;
    private final String customerContact;
    private final ZoneId zone;

    AtolFiscalGateway(Partners partners, FiscalProperties properties) {
        this.client = partners.client("fiscal", properties.url());
        this.token = properties.token();
        this.paymentAddress = properties.paymentAddress();
        this.customerContact = properties.customerContact();
        this.zone = properties.zone();
    }

    @Override
    public String register(Receipt receipt) {
        List<SellItem> items = receipt.items().stream()
                .map(item -> new SellItem(
                        item.name(),
                        roubles(item.amountMinor()),
                        1,
                        roubles(item.amountMinor()),
                        Map.of("type", item.vat()),
                        switch (item.settlement()) {
                            case FULL_PAYMENT -> "full_payment";
                            case ADVANCE -> "advance";
                        },
                        "service"))
                .toList();
        BigDecimal total = roubles(receipt.totalMinor());
        SellReceipt body = new SellReceipt(
                Map.of("email", customerContact),
                Map.of("inn", receipt.taxId(), "payment_address", paymentAddress),
                items,
                List.of(new SellPayment(NON_CASH, total)),
                total);
        PartnerAnswer answer =
                client.call(HttpMethod.POST, "/sell", headers(), new SellRequest(receipt.documentId(), body));
        SellAnswer sold = client.read(expectOk(answer), SellAnswer.class);
        if (sold.uuid() == null || !sold.uuid().matches("[A-Za-z0-9-]{8,64}")) {
            throw new PartnerUnavailable("fiscal", "unbelievable uuid", null);
        }
        return sold.uuid();
    }

    @Override
    public Report report(String registerUuid) {
        PartnerAnswer answer = client.call(HttpMethod.GET, "/report/{uuid}", headers(), null, registerUuid);
        ReportAnswer report = client.read(expectOk(answer), ReportAnswer.class);
        if (!registerUuid.equals(report.uuid()) || report.status() == null) {
            throw new PartnerUnavailable("fiscal", "answered about another document", null);
        }
        return switch (report.status()) {
            case "wait" -> new Report.Waiting();
            case "fail" -> new Report.Failed(String.valueOf(report.error()));
            case "done" -> registered(report.payload());
            default -> throw new PartnerUnavailable("fiscal", "unknown status", null);
        };
    }

    private Report registered(@Nullable Payload payload) {
        if (payload == null
                || payload.fn_number() == null
                || payload.fiscal_document_number() == null
                || payload.fiscal_document_attribute() == null
                || payload.ofd_receipt_url() == null
                || !payload.ofd_receipt_url().startsWith("http")) {
            throw new PartnerUnavailable("fiscal", "a receipt without its numbers", null);
        }
        return new Report.Registered(
                payload.fn_number(),
                payload.fiscal_document_number(),
                payload.fiscal_document_attribute(),
                payload.ofd_receipt_url(),
                time(Objects.requireNonNullElse(payload.receipt_datetime(), "")));
    }

    /** ATOL writes local time without a zone; ISO with an offset is understood as well. */
    private Instant time(String text) {
        try {
            return text.indexOf('T') > 0
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text, RECEIPT_TIME).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new PartnerUnavailable("fiscal", "unbelievable time of the receipt", null);
        }
    }

    private HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Token", token);
        return headers;
    }

    private static PartnerAnswer expectOk(PartnerAnswer answer) {
        if (!answer.ok()) {
            throw new PartnerUnavailable("fiscal", "unexpected status " + answer.status(), null);
        }
        return answer;
    }

    private static BigDecimal roubles(long minor) {
        return BigDecimal.valueOf(minor, 2);
    }

    // Names with underscores are the register's.
    record SellRequest(String external_id, SellReceipt receipt) {}

    record SellReceipt(
            Map<String, String> client,
            Map<String, String> company,
            List<SellItem> items,
            List<SellPayment> payments,
            BigDecimal total) {}

    record SellItem(
            String name,
            BigDecimal price,
            int quantity,
            BigDecimal sum,
            Map<String, String> vat,
            String payment_method,
            String payment_object) {}

    record SellPayment(int type, BigDecimal sum) {}

    record SellAnswer(@Nullable String uuid) {}

    record ReportAnswer(
            @Nullable String uuid,
            @Nullable String status,
            @Nullable Payload payload,
            @Nullable Object error) {}

    record Payload(
            @Nullable String fn_number,
            @Nullable Long fiscal_document_number,
            @Nullable String fiscal_document_attribute,
            @Nullable String receipt_datetime,
            @Nullable String ofd_receipt_url) {}
}
