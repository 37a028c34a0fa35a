package io.abonent.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTests {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/home", "/accounts/1/pay?choice=own", "/a//b", "/payments?cursor=%2F%2F"})
    void aPlaceWithinTheCabinetIsKept(String path) {
        assertThat(LocalPath.orHome(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "home", "//evil.example", "/\\evil.example", "https://evil.example", "/a b", "/\tevil.example",
                "/a\r\nSet-Cookie:x=y", "javascript:alert(1)", "/дом"
            })
    void anythingElseLeadsToTheFirstPage(String path) {
        assertThat(LocalPath.orHome(path)).isEqualTo("/");
    }

    @Test
    void nothingAndTooMuchLeadThereToo() {
        assertThat(LocalPath.orHome(null)).isEqualTo("/");
        assertThat(LocalPath.orHome("/" + "a".repeat(500))).isEqualTo("/");
    }
}
