package io.abonent.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

@DisplayName("F-83: no open redirect")
class LocalPathTests {

    @ParameterizedTest
    @ValueSource(strings = {"/home", "/accounts/1/pay?choice=own", "/a//b", "/payments?cursor=%2F%2F"})
    void aPlaceWithinTheCabinetIsKept(String path) {
        assertThat(LocalPath.orHome(path).value()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "home",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "/a b",
                "/\tevil.example",
                "/a\r\nSet-Cookie:x=y",
                "javascript:alert(1)",
                "/дом",
                "/a#//evil.example",
                "/sign-in",
                "/sign-in?next=/sign-in",
                "/sign-out",
                "/error",
                "/appearance",
                "/"
            })
    void anythingElseLeadsHome(String path) {
        assertThat(LocalPath.orHome(path).isHome()).isTrue();
    }

    @Test
    void nothingAndTooMuchLeadHomeToo() {
        assertThat(LocalPath.orHome(null).isHome()).isTrue();
        assertThat(LocalPath.orHome("/" + "a".repeat(500)).isHome()).isTrue();
        assertThatThrownBy(() -> new LocalPath("//evil.example")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoOnlyReadComesBackToThePageAndWhoSentAFormToTheForm() {
        MockHttpServletRequest reading = new MockHttpServletRequest("GET", "/payments");
        reading.setQueryString("cursor=a");
        MockHttpServletRequest sending = new MockHttpServletRequest("POST", "/accounts/1/pay");
        sending.addHeader("Referer", "https://evil.example/accounts/1/pay?choice=own");
        MockHttpServletRequest fragment = new MockHttpServletRequest("GET", "/payments/1/state");
        fragment.addHeader("HX-Request", "true");
        fragment.addHeader("Referer", "http://localhost/payments/1");

        assertThat(LocalPath.before(reading).value()).isEqualTo("/payments?cursor=a");
        assertThat(LocalPath.before(sending).value()).isEqualTo("/accounts/1/pay?choice=own");
        assertThat(LocalPath.before(fragment).value()).isEqualTo("/payments/1");
        assertThat(LocalPath.before(new MockHttpServletRequest("POST", "/x")).isHome())
                .isTrue();
    }

    @Test
    void theWayToSignInKnowsTheWayBack() {
        assertThat(LocalPath.signIn(LocalPath.orHome(null), "").value()).isEqualTo("/sign-in");
        assertThat(LocalPath.signIn(LocalPath.orHome("/payments?a=b"), "over").value())
                .isEqualTo("/sign-in?why=over&next=%2Fpayments%3Fa%3Db");
    }
}
