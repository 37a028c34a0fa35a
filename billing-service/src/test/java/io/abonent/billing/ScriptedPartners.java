package io.abonent.billing;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import java.util.UUID;

/** The outside world on one port: suppliers, payment provider, cash register, and the owners of replicated facts. */
final class ScriptedPartners {

    static final ScriptedPartners INSTANCE = new ScriptedPartners();

    final WireMockServer server = new WireMockServer(
            wireMockConfig().dynamicPort().containerThreads(64).globalTemplating(true));

    private ScriptedPartners() {
        server.start();
    }

    String url() {
        return server.baseUrl();
    }

    /** Everybody is well and nobody knows anything special; payments which earlier tests left open are given up. */
    void reset() {
        server.resetAll();
        server.stubFor(
                get(urlPathMatching("/(api|internal)/v1/.*")).atPriority(100).willReturn(okJson("{\"items\": []}")));
        server.stubFor(
                post(urlPathEqualTo("/yookassa/v3/payments")).atPriority(100).willReturn(okJson("""
                {"id": "{{jsonPath request.body '$.metadata.paymentId'}}", "status": "pending", "paid": false,
                 "amount": {"value": "{{jsonPath request.body '$.amount.value'}}", "currency": "RUB"},
                 "confirmation": {"type": "redirect",
                    "confirmation_url": "%s/checkout/{{jsonPath request.body '$.metadata.paymentId'}}"},
                 "metadata": {"paymentId": "{{jsonPath request.body '$.metadata.paymentId'}}"}, "test": true}
                """.formatted(url()))));
        server.stubFor(get(urlPathMatching("/yookassa/v3/payments/[^/]+"))
                .atPriority(100)
                .willReturn(okJson("""
                        {"id": "{{request.pathSegments.[3]}}", "status": "canceled", "paid": false,
                         "amount": {"value": "0.01", "currency": "RUB"},
                         "cancellation_details": {"party": "yoo_money", "reason": "expired_on_confirmation"},
                         "metadata": {"paymentId": "{{request.pathSegments.[3]}}"}, "test": true}
                        """)));
        server.stubFor(
                post(urlPathMatching("/back-office/[^/]+/payments"))
                        .atPriority(100)
                        .willReturn(
                                okJson(
                                        "{\"operationId\": \"op-{{jsonPath request.body '$.documentId'}}\", \"status\": \"ACCEPTED\"}")));
        server.stubFor(post(urlPathMatching("/back-office/[^/]+/readings"))
                .atPriority(100)
                .willReturn(okJson("{\"status\": \"ACCEPTED\"}")));
        server.stubFor(post(urlPathEqualTo("/fiscal/v5/sell"))
                .atPriority(100)
                .willReturn(okJson("{\"uuid\": \"{{jsonPath request.body '$.external_id'}}\", \"status\": \"wait\"}")));
        server.stubFor(
                get(urlPathMatching("/fiscal/v5/report/[^/]+")).atPriority(100).willReturn(okJson("""
                        {"uuid": "{{request.pathSegments.[3]}}", "status": "done", "payload": {
                          "fn_number": "9960440503121984", "fiscal_document_number": 71,
                          "fiscal_document_attribute": "2890123456", "receipt_datetime": "22.11.2026 19:10:00",
                          "ofd_receipt_url": "http://ofd.example/71"}}
                        """)));
    }

    void owes(String accountRef, long debtMinor) {
        balance(accountRef, okJson("""
                {"debtMinor": %d, "creditMinor": 0, "currency": "RUB", "asOf": "2026-11-22T00:00:00Z",
                 "lines": [{"service": "GAS", "amountMinor": %d}]}
                """.formatted(debtMinor, debtMinor)));
    }

    void balance(String accountRef, ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlEqualTo("/back-office/gaz-test/accounts/" + accountRef + "/balance"))
                .willReturn(answer));
    }

    void meter(String accountRef, String serial, String previous, String previousDate) {
        server.stubFor(get(urlEqualTo("/back-office/gaz-test/accounts/" + accountRef + "/meters"))
                .willReturn(okJson("""
                        {"items": [{"serial": "%s", "model": "ВК-G4", "digits": 5, "calibrationDueOn": "2031-05-01",
                          "registers": [{"code": "T1", "unit": "m3", "previous": {"value": "%s", "date": "%s"}}]}]}
                        """.formatted(serial, previous, previousDate))));
    }

    void readings(ResponseDefinitionBuilder answer) {
        server.stubFor(post(urlPathMatching("/back-office/[^/]+/readings")).willReturn(answer));
    }

    void posting(ResponseDefinitionBuilder answer) {
        server.stubFor(post(urlPathMatching("/back-office/[^/]+/payments")).willReturn(answer));
    }

    void creation(ResponseDefinitionBuilder answer) {
        server.stubFor(post(urlPathEqualTo("/yookassa/v3/payments")).willReturn(answer));
    }

    /** What the provider says of a payment from now on; its id there is the same as here. */
    void provider(UUID paymentId, String status, String amount) {
        providerSays(paymentId, object(paymentId, status, amount));
    }

    void providerSays(UUID paymentId, String body) {
        server.stubFor(get(urlEqualTo("/yookassa/v3/payments/" + paymentId)).willReturn(okJson(body)));
    }

    static String object(UUID paymentId, String status, String amount) {
        return """
                {"id": "%s", "status": "%s", "paid": %b, "amount": {"value": "%s", "currency": "RUB"},
                 "cancellation_details": {"party": "payment_network", "reason": "insufficient_funds"},
                 "metadata": {"paymentId": "%s"}, "test": true}
                """.formatted(paymentId, status, status.equals("succeeded"), amount, paymentId);
    }

    static String notification(UUID paymentId, String status) {
        return """
                {"type": "notification", "event": "payment.%s", "object": %s}
                """.formatted(status, object(paymentId, status, "0.01"));
    }

    /** How often a supplier was told to credit this amount for a part. */
    int posted(UUID partId, long amountMinor) {
        return server.countRequestsMatching(postRequestedFor(urlPathMatching("/back-office/[^/]+/payments"))
                        .withRequestBody(matchingJsonPath("$.documentId", equalTo(partId.toString())))
                        .withRequestBody(matchingJsonPath("$.amountMinor", equalTo(Long.toString(amountMinor))))
                        .build())
                .getCount();
    }

    int asked(String path) {
        return server.countRequestsMatching(RequestPatternBuilder.like(
                                postRequestedFor(urlPathMatching(path)).build())
                        .build())
                .getCount();
    }
}
