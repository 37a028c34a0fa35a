package io.abonent.account.supplier;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/** A supplier's own words in both languages of the cabinet; Russian unless English is asked for. */
public record LocalizedText(
        @NotBlank @Size(max = 300) String ru,
        @NotBlank @Size(max = 300) String en) {

    public String in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? en : ru;
    }
}
