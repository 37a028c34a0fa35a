package io.abonent.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClientPropertiesTests {

    private static ECKey key() throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID("a").generate();
    }

    private static ClientProperties with(@Nullable String jwk) {
        return new ClientProperties("web-gateway", jwk, Set.of("cabinet"));
    }

    static Stream<@Nullable String> bad() throws JOSEException {
        return Stream.of(
                null,
                "",
                "{}",
                "rubbish",
                key().toPublicJWK().toJSONString(),
                new ECKeyGenerator(Curve.P_256).generate().toJSONString());
    }

    @ParameterizedTest
    @MethodSource("bad")
    @DisplayName("F-24: a missing, public or nameless key ends the start and is named")
    void badKeysEndTheStart(@Nullable String jwk) {
        assertThatThrownBy(() -> with(jwk).key())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("abonent.client.private-jwk");
    }

    @Test
    void theKeyIsNotPrinted() throws JOSEException {
        String jwk = key().toJSONString();
        assertThat(with(jwk).toString()).isEqualTo("ClientProperties[web-gateway]");
        assertThat(String.valueOf(new KeysController(with(jwk)).keys().getBody()))
                .contains("kty=EC")
                .doesNotContain(" d=", "{d=");
    }
}
