package io.abonent.billing.backoffice;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.abonent.billing.backoffice.SupplierBackOffice.Account;
import io.abonent.billing.backoffice.SupplierBackOffice.PaymentDocument;
import io.abonent.billing.backoffice.SupplierBackOffice.PostingVerdict;
import io.abonent.billing.backoffice.SupplierBackOffice.ReadingDocument;
import io.abonent.billing.backoffice.SupplierBackOffice.ReadingVerdict;
import io.abonent.billing.backoffice.SupplierBackOffice.RegisterValue;
import io.abonent.billing.partner.PartnerUnavailable;
import io.abonent.billing.partner.PartnersFixture;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSupplierBackOfficeTests {

    private static final UUID SUPPLIER = UUID.fromString("0198c000-0000-7000-8000-000000000001");
    private static final UUID DOCUMENT = UUID.fromString("0198c000-0000-7000-8000-00000000bbbb");
    private static final Account ACCOUNT = new Account(SUPPLIER, "ref-1");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @RegisterExtension
    static final WireMockExtension SUPPLIERS = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final SupplierBackOffice backOffice = new HttpSupplierBackOffice(
            PartnersFixture.patient(),
            new BackOfficeProperties(
                    SUPPLIERS.baseUrl() + "/back-office/{supplierCode}", "the-key", Map.of(SUPPLIER, "gaz-test")));

    @Test
    void postsUnderTheDocumentsKey() {
        answers(201, "{\"operationId\": \"op-1\", \"status\": \"ACCEPTED\"}");

        assertThat(backOffice.post(ACCOUNT, payment())).isEqualTo(new PostingVerdict.Accepted("op-1"));

        SUPPLIERS.verify(postRequestedFor(urlEqualTo("/back-office/gaz-test/payments"))
                .withHeader("Authorization", equalTo("Bearer the-key"))
                .withHeader("Idempotency-Key", equalTo(DOCUMENT.toString()))
                .withRequestBody(equalToJson("""
                        {"documentId": "%s", "accountRef": "ref-1", "amountMinor": 123456, "currency": "RUB",
                         "paidAt": "2026-11-22T12:00:00Z"}
                        """.formatted(DOCUMENT))));
    }

    @ParameterizedTest
    @CsvSource({"409, ACCOUNT_CLOSED", "422, AMOUNT"})
    void hearsARefusalForGood(int status, String code) {
        answers(status, "{\"code\": \"%s\"}".formatted(code));
        assertThat(backOffice.post(ACCOUNT, payment())).isEqualTo(new PostingVerdict.Refused(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 429, 500, 503})
    void takesNothingElseForARefusal(int status) {
        answers(status, "{\"code\": \"NOT_FOUND\"}");
        assertThatThrownBy(() -> backOffice.post(ACCOUNT, payment())).isInstanceOf(PartnerUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "{}",
                "{\"operationId\": \"op-1\"}",
                "{\"operationId\": \"\", \"status\": \"ACCEPTED\"}",
                "{\"operationId\": \"op-1\", \"status\": \"accepted\"}",
                "{\"operationId\": \"op-1\", \"status\": \"REJECTED\"}",
                "{\"operationId\": {}, \"status\": \"ACCEPTED\"}"
            })
    void doesNotTakeGarbageForAnAcceptance(String body) {
        answers(200, body);
        assertThatThrownBy(() -> backOffice.post(ACCOUNT, payment())).isInstanceOf(PartnerUnavailable.class);
    }

    @Test
    void submitsReadingsAsPlainText() {
        answers(200, "{\"status\": \"REJECTED\", \"reason\": \"TOO_HIGH\"}");
        ReadingDocument document = new ReadingDocument(
                DOCUMENT, "00417733", List.of(new RegisterValue("T1", new BigDecimal("1.20E+3"))), NOW);

        assertThat(backOffice.submit(ACCOUNT, document)).isEqualTo(new ReadingVerdict.Rejected("TOO_HIGH"));

        SUPPLIERS.verify(postRequestedFor(urlEqualTo("/back-office/gaz-test/readings"))
                .withHeader("Idempotency-Key", equalTo(DOCUMENT.toString()))
                .withRequestBody(equalToJson("""
                        {"documentId": "%s", "accountRef": "ref-1", "serial": "00417733",
                         "registers": [{"code": "T1", "value": "1200"}], "capturedAt": "2026-11-22T12:00:00Z"}
                        """.formatted(DOCUMENT))));
    }

    @Test
    void tellsUnheardOfFromUndecided() {
        answers(200, "{\"status\": \"PENDING\"}");
        assertThat(backOffice.verdict(ACCOUNT, DOCUMENT)).isEqualTo(new ReadingVerdict.Pending());
        answers(404, "{\"code\": \"NOT_FOUND\"}");
        assertThat(backOffice.verdict(ACCOUNT, DOCUMENT)).isEqualTo(new ReadingVerdict.Missing());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"items\": null}",
                "{\"items\": [{}]}",
                "{\"items\": [{\"serial\": \"1\", \"digits\": 0, \"registers\": [{\"code\": \"T1\", \"unit\": \"m3\"}]}]}",
                "{\"items\": [{\"serial\": \"1\", \"digits\": 5, \"registers\": []}]}",
                "{\"items\": [{\"serial\": \"1\", \"digits\": 5, \"registers\": [{\"code\": \"T1\", \"unit\": \"m3\","
                        + " \"previous\": {\"value\": \"1e3\", \"date\": \"2026-10-24\"}}]}]}",
                "{\"items\": [{\"serial\": \"1\", \"digits\": 5, \"registers\": [{\"code\": \"T1\", \"unit\": \"m3\","
                        + " \"previous\": {\"value\": \"-5\", \"date\": \"2026-10-24\"}}]}]}"
            })
    void doesNotBelieveAbsurdMeters(String body) {
        answers(200, body);
        assertThatThrownBy(() -> backOffice.meters(ACCOUNT)).isInstanceOf(PartnerUnavailable.class);
    }

    @Test
    void aSupplierWithoutAnAddressIsUnavailable() {
        Account stranger = new Account(UUID.randomUUID(), "ref-1");
        assertThatThrownBy(() -> backOffice.balance(stranger)).isInstanceOf(PartnerUnavailable.class);
    }

    private static PaymentDocument payment() {
        return new PaymentDocument(DOCUMENT, 123_456, "RUB", NOW);
    }

    private static void answers(int status, String body) {
        SUPPLIERS.stubFor(any(anyUrl())
                .willReturn(
                        status == 200
                                ? okJson(body)
                                : aResponse().withStatus(status).withBody(body)));
    }
}
