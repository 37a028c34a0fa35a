package io.abonent.identity.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ReaderLanguageTests {

    @ParameterizedTest
    @CsvSource(
            value = {
                "null, ru",
                "ru, ru",
                "en, en",
                "en-GB, en",
                "'de, en;q=0.5', en",
                "de, ru",
                "'ru-RU, ru;q=0.9, en;q=0.8', ru",
                "*, ru",
                "'', ru",
                ";;;, ru"
            },
            nullValues = "null")
    void speaksRussianUnlessEnglishIsWanted(String header, String tag) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        if (header != null) {
            request.addHeader("Accept-Language", header);
        }

        assertThat(ReaderLanguage.of(request).tag()).isEqualTo(tag);
    }
}
