package io.abonent.billing.fiscal;

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
import io.abonent.billing.fiscal.FiscalGateway.Item;
import io.abonent.billing.fiscal.FiscalGateway.Receipt;
import io.abonent.billing.fiscal.FiscalGateway.Report;
import io.abonent.billing.fiscal.FiscalGateway.Settlement;
import io.abonent.billing.partner.PartnerUnavailable;
import io.abonent.billing.partner.PartnersFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtolFiscalGatewayTests {

    private static final String UUID = "0198c000-0000-7000-8000-00000000cccc";

    @RegisterExtension
    static final WireMockExtension REGISTER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final FiscalGateway gateway = new AtolFiscalGateway(
            PartnersFixture.patient(),
            new FiscalProperties(
                    REGISTER.baseUrl(),
                    "the-token",
                    "https://cabinet.example",
                    "receipts@abonent.example",
                    "Газ",
                    ZoneId.of("Europe/Moscow"),
                    List.of(new FiscalProperties.VatRate(LocalDate.parse("2026-01-01"), "vat22", "vat122")),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    5));

    @Test
    void handsInRoublesAndKopecks() {
        answers("{\"uuid\": \"%s\", \"status\": \"wait\"}".formatted(UUID));

        String uuid = gateway.register(new Receipt(
                "part-1", "1831000001", List.of(new Item("Газ", 123_456, "vat22", Settlement.FULL_PAYMENT))));

        assertThat(uuid).isEqualTo(UUID);
        REGISTER.verify(postRequestedFor(urlEqualTo("/sell"))
                .withHeader("Token", equalTo("the-token"))
                .withRequestBody(equalToJson("""
                        {"external_id": "part-1", "receipt": {
                          "client": {"email": "receipts@abonent.example"},
                          "company": {"inn": "1831000001", "payment_address": "https://cabinet.example"},
                          "items": [{"name": "Газ", "price": 1234.56, "quantity": 1, "sum": 1234.56,
                            "vat": {"type": "vat22"}, "payment_method": "full_payment", "payment_object": "service"}],
                          "payments": [{"type": 1, "sum": 1234.56}], "total": 1234.56}}
                        """)));
    }

    @Test
    void readsTheRegistersLocalTime() {
        answers(done(71, "22.11.2026 15:04:05"));
        assertThat(gateway.report(UUID))
                .isEqualTo(new Report.Registered(
                        "9960440503121984",
                        71,
                        "2890123456",
                        "http://ofd.example/71",
                        Instant.parse("2026-11-22T12:04:05Z")));
    }

    @Test
    void tellsWaitingFromFailed() {
        answers("{\"uuid\": \"%s\", \"status\": \"wait\"}".formatted(UUID));
        assertThat(gateway.report(UUID)).isEqualTo(new Report.Waiting());
        answers("{\"uuid\": \"%s\", \"status\": \"fail\", \"error\": {\"code\": 235}}".formatted(UUID));
        assertThat(gateway.report(UUID)).isInstanceOf(Report.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"uuid\": \"another-document\", \"status\": \"done\"}",
                "{\"uuid\": \"0198c000-0000-7000-8000-00000000cccc\"}",
                "{\"uuid\": \"0198c000-0000-7000-8000-00000000cccc\", \"status\": \"ok\"}",
                "{\"uuid\": \"0198c000-0000-7000-8000-00000000cccc\", \"status\": \"done\"}",
                "{\"uuid\": \"0198c000-0000-7000-8000-00000000cccc\", \"status\": \"done\", \"payload\": {\"fn_number\": \"1\"}}"
            })
    void garbageIsNoReceipt(String body) {
        answers(body);
        assertThatThrownBy(() -> gateway.report(UUID)).isInstanceOf(PartnerUnavailable.class);
    }

    @Test
    void aReceiptWithoutATimeIsNoReceipt() {
        answers(done(71, "yesterday"));
        assertThatThrownBy(() -> gateway.report(UUID)).isInstanceOf(PartnerUnavailable.class);
    }

    private static String done(long document, String time) {
        return """
                {"uuid": "%s", "status": "done", "payload": {"fn_number": "9960440503121984",
                 "fiscal_document_number": %d, "fiscal_document_attribute": "2890123456",
                 "receipt_datetime": "%s", "ofd_receipt_url": "http://ofd.example/71"}}
                """.formatted(UUID, document, time);
    }

    private static void answers(String body) {
        REGISTER.stubFor(any(anyUrl()).willReturn(okJson(body)));
    }
}
