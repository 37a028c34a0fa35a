package io.abonent.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicPathsTests {

    @Test
    void opensOneMethodOfOnePath() {
        PublicPaths paths = new PublicPaths(List.of("POST /api/v1/registrations/**", "/confirm"));
        assertThat(paths.contains("POST", "/api/v1/registrations")).isTrue();
        assertThat(paths.contains("POST", "/api/v1/registrations/{id}/confirmation"))
                .isTrue();
        assertThat(paths.contains("GET", "/api/v1/registrations")).isFalse();
        assertThat(paths.contains("POST", "/api/v1/registrations2")).isFalse();
        assertThat(paths.contains("GET", "/confirm")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "api/v1/x", "/**", "/api/**", "GET", "GET POST /x", "GETS /x", "GET,POST /x"})
    void failsTheStartForALineItDoesNotUnderstand(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PublicPaths(List.of(line)));
    }
}
