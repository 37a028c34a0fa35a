package io.abonent.billing.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTests {

    private final AllowedOrigins origins = new AllowedOrigins(List.of("http://localhost:*", "https://cabinet.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080",
                "http://localhost:18080/paid?x=1",
                "http://localhost/paid",
                "HTTP://LOCALHOST:1/",
                "https://cabinet.example/payments/1"
            })
    void letsPeopleComeHome(String address) {
        assertThat(origins.allow(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost:8080",
                "http://localhost.evil.example/",
                "http://localhost@evil.example/",
                "http://localhost:8080@evil.example/",
                "http://user@localhost:8080/",
                "https://cabinet.example:8443/",
                "https://cabinet.example.evil.example/",
                "https://evil.example/?https://cabinet.example",
                "https://evil.example\\@cabinet.example/",
                "javascript:alert(1)",
                "//cabinet.example/",
                "/paid",
                "",
                "http://",
                "https://cabinet.example\r\nX: y",
                " https://cabinet.example"
            })
    void isNoOpenRedirect(String address) {
        assertThat(origins.allow(address)).isFalse();
    }

    @Test
    void refusesEndlessAddresses() {
        assertThat(origins.allow("https://cabinet.example/" + "a".repeat(2000))).isFalse();
    }

    @Test
    void acceptsOriginsOnlyInItsConfiguration() {
        assertThatThrownBy(() -> new AllowedOrigins(List.of("localhost:8080")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AllowedOrigins(List.of("http://localhost:8080/path")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
