package io.abonent.account.supplier;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HttpSupplierBackOfficeTests {

    private static final String ACCOUNT = """
            {"accountRef": "gt-7f3a", "number": "23185952", "address": "г Тестовск", "status": "OPEN", "currency": "RUB"}""";
    private static final AccountLookup UNAVAILABLE = new AccountLookup.Unavailable();

    @RegisterExtension
    static final WireMockExtension PARTNER = WireMockExtension.newInstance().build();

    private final SupplierBackOffice backOffice = backOffice(PARTNER.baseUrl());

    private static HttpSupplierBackOffice backOffice(String url) {
        BackOfficeProperties properties = new BackOfficeProperties(
                url + "/back-office/{supplierCode}",
                Map.of(SupplierFixture.GAZ_TEST, "gaz-test"),
                "the-key",
                Duration.ofMillis(300),
                Duration.ofMillis(300),
                5,
                Duration.ofSeconds(60));
        return new HttpSupplierBackOffice(
                properties,
                new BackOfficeGuard(
                        CircuitBreakerRegistry.ofDefaults(),
                        BulkheadRegistry.ofDefaults(),
                        RetryRegistry.ofDefaults(),
                        properties));
    }

    @Test
    void asksForTheAccountWithItsKey() {
        PARTNER.stubFor(get(urlEqualTo("/back-office/gaz-test/accounts?number=23185952"))
                .withHeader("Authorization", equalTo("Bearer the-key"))
                .willReturn(okJson(ACCOUNT)));

        assertThat(find()).isEqualTo(new AccountLookup.Found("gt-7f3a", "г Тестовск", true, "RUB"));
    }

    @Test
    void asksOnceMoreAfterAFailure() {
        PARTNER.stubFor(get(anyUrl())
                .inScenario("hiccup")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(serverError())
                .willSetStateTo("well"));
        PARTNER.stubFor(
                get(anyUrl()).inScenario("hiccup").whenScenarioStateIs("well").willReturn(okJson(ACCOUNT)));

        assertThat(find()).isInstanceOf(AccountLookup.Found.class);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    @DisplayName("F-50: a broken connection is no \"not found\"")
    void brokenConnectionIsUnavailable(Fault fault) {
        PARTNER.stubFor(get(anyUrl()).willReturn(aResponse().withFault(fault)));
        PARTNER.stubFor(post(anyUrl()).willReturn(aResponse().withFault(fault)));

        assertThat(find()).isEqualTo(UNAVAILABLE);
        assertThat(prove()).isEqualTo(AccessCheck.UNAVAILABLE);
    }

    @Test
    @DisplayName("F-50: silence is no \"not found\"")
    void silenceIsUnavailable() {
        PARTNER.stubFor(get(anyUrl()).willReturn(okJson(ACCOUNT).withFixedDelay(2_000)));

        assertThat(find()).isEqualTo(UNAVAILABLE);
    }

    @Test
    void slowDripOfBytesIsUnavailable() {
        PARTNER.stubFor(get(anyUrl()).willReturn(okJson(ACCOUNT).withChunkedDribbleDelay(10, 5_000)));

        assertThat(find()).isEqualTo(UNAVAILABLE);
    }

    @Test
    void closedPortIsUnavailable() {
        assertThat(backOffice("http://localhost:1").findAccount(SupplierFixture.GAZ_TEST, "23185952"))
                .isEqualTo(UNAVAILABLE);
    }

    @Test
    void redirectIsUnavailable() {
        PARTNER.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(302).withHeader("Location", "/elsewhere")));

        assertThat(find()).isEqualTo(UNAVAILABLE);
    }

    @Test
    void supplierWithoutABackOfficeIsUnavailable() {
        assertThat(backOffice.findAccount(SupplierFixture.TEPLO_TEST, "000123456"))
                .isEqualTo(UNAVAILABLE);
    }

    @Test
    void proofIsAskedForOnceOnly() {
        PARTNER.stubFor(post(anyUrl()).willReturn(serverError()));

        assertThat(prove()).isEqualTo(AccessCheck.UNAVAILABLE);
        PARTNER.verify(
                1,
                postRequestedFor(urlPathEqualTo("/back-office/gaz-test/accounts/gt-7f3a/access-checks"))
                        .withRequestBody(equalToJson("{\"method\": \"PIN\", \"secret\": \"4821\"}")));
    }

    @Test
    @DisplayName("F-48: a supplier that is down is left alone")
    void stopsAskingASupplierThatIsDown() {
        PARTNER.stubFor(get(anyUrl()).willReturn(serverError()));

        for (int i = 0; i < 50; i++) {
            assertThat(find()).isEqualTo(UNAVAILABLE);
        }

        assertThat(PARTNER.findAll(WireMock.getRequestedFor(anyUrl()))).hasSizeLessThan(20);
    }

    private AccountLookup find() {
        return backOffice.findAccount(SupplierFixture.GAZ_TEST, "23185952");
    }

    private AccessCheck prove() {
        return backOffice.proveAccess(SupplierFixture.GAZ_TEST, "gt-7f3a", AccessMethod.PIN, "4821");
    }
}
