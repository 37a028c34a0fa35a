package io.abonent.billing.provider;

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

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.abonent.billing.partner.PartnerUnavailable;
import io.abonent.billing.partner.Partners;
import io.abonent.billing.partner.PartnersFixture;
import io.abonent.billing.provider.PaymentProvider.Creation;
import io.abonent.billing.provider.PaymentProvider.Kind;
import io.abonent.billing.provider.PaymentProvider.Lookup;
import io.abonent.billing.provider.PaymentProvider.Order;
import io.abonent.billing.provider.PaymentProvider.ProviderPayment;
import io.abonent.billing.provider.PaymentProvider.State;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The provider's word over a real socket: true, garbled, cut off. */
class YooKassaProviderTests {

    private static final UUID PAYMENT = UUID.fromString("0198c000-0000-7000-8000-00000000aaaa");
    private static final String ID = "2f9c1a2b-000f-5000-9000-1db2e3e4c5a6";
    private static final String TRUE_WORD = """
            {"id":"%s","status":"pending","paid":false,"amount":{"value":"1234.56","currency":"RUB"},\
            "confirmation":{"type":"redirect","confirmation_url":"http://localhost:8090/checkout/1"},\
            "created_at":"2026-11-22T12:00:00.000Z","metadata":{"paymentId":"%s"},"test":true}""".formatted(ID, PAYMENT);

    @RegisterExtension
    static final WireMockExtension SHOP = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final PaymentProvider provider = provider(PartnersFixture.patient());

    private static PaymentProvider provider(Partners partners) {
        return new YooKassaProvider(
                partners, new ProviderProperties(SHOP.baseUrl(), "shop", "secret", List.of("http://localhost:*")));
    }

    private static Order order() {
        return new Order(PAYMENT, 123_456, "RUB", Kind.SBP, "http://localhost:8080/paid", "Оплата");
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        SHOP.stubFor(any(anyUrl()).willReturn(answer));
    }

    @Test
    void ordersUnderThePaymentsOwnKey() {
        answers(okJson(TRUE_WORD));

        assertThat(provider.create(order()))
                .isEqualTo(new Creation.Created(new ProviderPayment(
                        ID,
                        State.PENDING,
                        123_456,
                        "RUB",
                        PAYMENT,
                        "http://localhost:8090/checkout/1",
                        null,
                        null,
                        0)));

        SHOP.verify(postRequestedFor(urlEqualTo("/payments"))
                .withBasicAuth(new com.github.tomakehurst.wiremock.client.BasicCredentials("shop", "secret"))
                .withHeader("Idempotence-Key", equalTo(PAYMENT.toString()))
                .withRequestBody(equalToJson("""
                        {"amount": {"value": "1234.56", "currency": "RUB"}, "capture": true,
                         "confirmation": {"type": "redirect", "return_url": "http://localhost:8080/paid"},
                         "payment_method_data": {"type": "sbp"}, "description": "Оплата",
                         "metadata": {"paymentId": "%s"}}
                        """.formatted(PAYMENT))));
    }

    @Test
    void tellsRefusalFromSilence() {
        answers(aResponse().withStatus(400).withBody("{\"type\":\"error\",\"code\":\"invalid_request\"}"));
        assertThat(provider.create(order())).isEqualTo(new Creation.Refused("invalid_request"));

        answers(aResponse().withStatus(404).withBody("{\"type\":\"error\",\"code\":\"not_found\"}"));
        assertThat(provider.find(ID)).isEqualTo(new Lookup.Missing());
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 408, 409, 429, 500, 502, 503, 504, 201, 202, 302})
    @DisplayName("F-36: a status that says nothing about the payment leaves its outcome unknown")
    void statusesThatSayNothing(int status) {
        answers(aResponse().withStatus(status).withBody(TRUE_WORD));
        assertThatThrownBy(() -> provider.create(order())).isInstanceOf(PartnerUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EMPTY_RESPONSE",
                "MALFORMED_RESPONSE_CHUNK",
                "RANDOM_DATA_THEN_CLOSE",
                "CONNECTION_RESET_BY_PEER"
            })
    @DisplayName("F-35: a connection that breaks leaves the outcome unknown")
    void brokenConnections(String fault) {
        answers(aResponse().withFault(Fault.valueOf(fault)));
        assertThatThrownBy(() -> provider.create(order())).isInstanceOf(PartnerUnavailable.class);
    }

    @Test
    @DisplayName("F-35: silence ends with the time limit")
    void silence() {
        answers(okJson(TRUE_WORD).withFixedDelay(6000));
        PaymentProvider impatient = provider(PartnersFixture.impatient());
        long start = System.nanoTime();
        assertThatThrownBy(() -> impatient.create(order())).isInstanceOf(PartnerUnavailable.class);
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    @ParameterizedTest
    @MethodSource("mutations")
    @DisplayName("F-41: garbage is no answer")
    void garbage(String body) {
        answers(okJson(body));
        assertThatThrownBy(() -> provider.find(ID)).isInstanceOf(PartnerUnavailable.class);
    }

    static Stream<String> mutations() {
        List<String> bodies =
                new ArrayList<>(List.of("", " ", "null", "[]", "{}", "true", "1", "\"\"", "<html></html>"));
        bodies.add(TRUE_WORD + "}");
        bodies.add(TRUE_WORD + TRUE_WORD);
        bodies.add("[" + TRUE_WORD + "]");
        for (int cut = 1; cut < TRUE_WORD.length(); cut += 17) {
            bodies.add(TRUE_WORD.substring(0, cut));
        }
        for (String value : List.of(
                "\"-1234.56\"",
                "\"1234.5\"",
                "\"1234\"",
                "\"1e3\"",
                "\"1234,56\"",
                "\"\"",
                "null",
                "\"1234.567\"",
                "\" 1234.56\"",
                "\"NaN\"",
                "{}",
                "\"12345678901234567890.00\"")) {
            bodies.add(TRUE_WORD.replace("\"1234.56\"", value));
        }
        for (String currency : List.of("\"\"", "\"rub\"", "\"RUBL\"", "null", "\"₽\"")) {
            bodies.add(TRUE_WORD.replace("\"RUB\"", currency));
        }
        for (String status : List.of("\"\"", "\"paid\"", "\"SUCCEEDED\"", "null", "1", "\"succeeded \"")) {
            bodies.add(TRUE_WORD.replace("\"pending\"", status));
        }
        for (String id : List.of("\"\"", "null", "\"../../x\"", "\"a b c d e f\"", "\"" + "a".repeat(65) + "\"")) {
            bodies.add(TRUE_WORD.replace("\"" + ID + "\"", id));
        }
        bodies.add(TRUE_WORD.replace(PAYMENT.toString(), "not-a-uuid"));
        bodies.add(TRUE_WORD.replace("http://localhost:8090/checkout/1", "https://evil.example/checkout"));
        bodies.add(TRUE_WORD.replace("http://localhost:8090/checkout/1", "javascript:alert(1)"));
        return bodies.stream();
    }

    @Test
    void atLeastFiftyKindsOfGarbage() {
        assertThat(mutations().distinct().count()).isGreaterThanOrEqualTo(50);
    }
}
