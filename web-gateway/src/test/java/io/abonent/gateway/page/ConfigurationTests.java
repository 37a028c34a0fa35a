package io.abonent.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTests {

    @Test
    void overHttpsCookiesBelongToThisHostAlone() {
        PublicAddress address = new PublicAddress(URI.create("https://kabinet.example"));
        assertThat(address.secure()).isTrue();
        assertThat(address.cookie("session")).isEqualTo("__Host-session");
        assertThat(address.url(new LocalPath("/payments/1"))).isEqualTo("https://kabinet.example/payments/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080"})
    void onThisMachineEveryBrowserTakesThem(String url) {
        PublicAddress address = new PublicAddress(URI.create(url));
        assertThat(address.secure()).isFalse();
        assertThat(address.cookie("session")).isEqualTo("session");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://kabinet.example", "http://localhost.evil.example", "ftp://localhost", "localhost"})
    void anyOtherAddressEndsTheStart(String url) {
        assertThatThrownBy(() -> new PublicAddress(URI.create(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("abonent.public-url");
    }

    @Test
    void thePolicyAllowsNothingInlineAndFormsOnlyWhereTheyLead() {
        String policy = new ContentSecurityPolicy(List.of("https://pay.example")).directives();
        assertThat(policy)
                .contains("default-src 'none'", "form-action 'self' https://pay.example;", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://pay.example; script-src *", "pay.example", "*", "https://pay.example/path"})
    void aFormTargetIsAnOrigin(String target) {
        assertThatThrownBy(() -> new ContentSecurityPolicy(List.of(target)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
