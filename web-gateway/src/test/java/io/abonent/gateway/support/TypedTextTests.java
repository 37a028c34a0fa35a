package io.abonent.gateway.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedTextTests {

    @Test
    void countsALineEndOnceAsTheServiceDoes() {
        String lines = "а\r\n".repeat(2000) + "б";
        assertThat(TypedText.of(lines).value()).hasSize(4001);
        assertThat(TypedText.of("а\r\n".repeat(2000)).wrong()).isNull();
    }

    @Test
    void refusesNothingAndSpacesAlone() {
        assertThat(TypedText.of(null).wrong()).isEqualTo("support.text.empty");
        assertThat(TypedText.of(" \r\n\t ").wrong()).isEqualTo("support.text.empty");
    }

    @Test
    void refusesOneCharacterTooMany() {
        assertThat(TypedText.of("а".repeat(4000)).wrong()).isNull();
        assertThat(TypedText.of("а".repeat(4001)).wrong()).isEqualTo("support.text.long");
    }
}
