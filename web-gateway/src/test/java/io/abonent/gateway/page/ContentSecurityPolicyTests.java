package io.abonent.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentSecurityPolicyTests {

    private final ContentSecurityPolicy policy =
            new ContentSecurityPolicy(List.of("https://pay.example", "http://localhost:*", "https://*.bank.example"));

    @ParameterizedTest
    @CsvSource({
        "https://pay.example/checkout/1, true",
        "https://pay.example, true",
        "http://pay.example/1, false",
        "https://pay.example:8443/1, false",
        "https://pay.example.evil.example/1, false",
        "https://evil.example/https://pay.example, false",
        "https://user@pay.example/1, false",
        "http://localhost:8090/pay, true",
        "https://a.bank.example/1, true",
        "https://a.bank.example.evil.example, false"
    })
    void aFormMayOnlyEndAtTheKnownOrigins(URI address, boolean allowed) {
        assertThat(policy.leadsTo(address)).isEqualTo(allowed);
    }
}
