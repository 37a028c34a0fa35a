package io.abonent.billing.backoffice;

import io.abonent.billing.partner.PartnerAnswer;
import io.abonent.billing.partner.PartnerClient;
import io.abonent.billing.partner.PartnerUnavailable;
import io.abonent.billing.partner.Partners;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** The back-office protocol over HTTP. */
@Component
class HttpSupplierBackOffice implements SupplierBackOffice {

    private final Map<UUID, PartnerClient> clients;
    private final String apiKey;

    HttpSupplierBackOffice(Partners partners, BackOfficeProperties properties) {
        this.apiKey = properties.apiKey();
        this.clients = properties.suppliers().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        supplier -> partners.client(
                                "back-office-" + supplier.getValue(),
                                properties.url().replace("{supplierCode}", supplier.getValue()))));
    }

    @Override
    public Figures balance(Account account) {
        PartnerClient client = client(account);
        PartnerAnswer answer = client.call(HttpMethod.GET, "/accounts/{ref}/balance", headers(), null, account.ref());
        return client.read(expectOk(answer), BackOfficeAnswers.Balance.class).figures();
    }

    @Override
    public List<SupplierMeter> meters(Account account) {
        PartnerClient client = client(account);
        PartnerAnswer answer = client.call(HttpMethod.GET, "/accounts/{ref}/meters", headers(), null, account.ref());
        return client.read(expectOk(answer), BackOfficeAnswers.Meters.class).meters();
    }

    @Override
    public PostingVerdict post(Account account, PaymentDocument document) {
        PartnerClient client = client(account);
        PartnerAnswer answer = client.call(
                HttpMethod.POST,
                "/payments",
                headers(document.documentId()),
                new BackOfficeRequests.Payment(
                        document.documentId(),
                        account.ref(),
                        document.amountMinor(),
                        document.currency(),
                        document.paidAt()));
        if (answer.status() == 409 || answer.status() == 422) {
            return new PostingVerdict.Refused(
                    client.read(answer, BackOfficeAnswers.Refusal.class).code());
        }
        return client.read(expectOk(answer), BackOfficeAnswers.Posting.class).verdict();
    }

    @Override
    public ReadingVerdict submit(Account account, ReadingDocument document) {
        PartnerClient client = client(account);
        List<BackOfficeRequests.Register> registers = document.registers().stream()
                .map(register -> new BackOfficeRequests.Register(
                        register.code(), register.value().toPlainString()))
                .toList();
        PartnerAnswer answer = client.call(
                HttpMethod.POST,
                "/readings",
                headers(document.documentId()),
                new BackOfficeRequests.Reading(
                        document.documentId(), account.ref(), document.serial(), registers, document.capturedAt()));
        return client.read(expectOk(answer), BackOfficeAnswers.Reading.class).verdict();
    }

    @Override
    public ReadingVerdict verdict(Account account, UUID documentId) {
        PartnerClient client = client(account);
        PartnerAnswer answer = client.call(HttpMethod.GET, "/readings/{id}", headers(), null, documentId);
        if (answer.status() == 404) {
            return new ReadingVerdict.Missing();
        }
        return client.read(expectOk(answer), BackOfficeAnswers.Reading.class).verdict();
    }

    private PartnerClient client(Account account) {
        PartnerClient client = clients.get(account.supplierId());
        if (client == null) {
            throw new PartnerUnavailable("back-office", "no address for supplier " + account.supplierId(), null);
        }
        return client;
    }

    private HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.setBearerAuth(apiKey);
        return headers;
    }

    private HttpHeaders headers(UUID idempotencyKey) {
        HttpHeaders headers = headers();
        headers.set("Idempotency-Key", idempotencyKey.toString());
        return headers;
    }

    /** Refusals which the protocol does not define are no verdict: somebody has to look, the work stays. */
    private static PartnerAnswer expectOk(PartnerAnswer answer) {
        if (!answer.ok()) {
            throw new PartnerUnavailable("back-office", "unexpected status " + answer.status(), null);
        }
        return answer;
    }
}
