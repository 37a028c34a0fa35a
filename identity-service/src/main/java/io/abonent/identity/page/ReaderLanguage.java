package io.abonent.identity.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;

/** The language somebody reads: Russian unless the browser or gateway prefers English. */
public enum ReaderLanguage {
    RUSSIAN(Locale.of("ru")),
    ENGLISH(Locale.ENGLISH);

    private static final int LONGEST_HEADER = 256;

    private final Locale locale;

    ReaderLanguage(Locale locale) {
        this.locale = locale;
    }

    public static ReaderLanguage of(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        return header == null || header.length() > LONGEST_HEADER ? RUSSIAN : preferred(header);
    }

    private static ReaderLanguage preferred(String header) {
        try {
            Locale match = Locale.lookup(Locale.LanguageRange.parse(header), List.of(RUSSIAN.locale, ENGLISH.locale));
            return ENGLISH.locale.equals(match) ? ENGLISH : RUSSIAN;
        } catch (IllegalArgumentException malformed) {
            return RUSSIAN;
        }
    }

    /** BCP 47. */
    public String tag() {
        return locale.toLanguageTag();
    }

    public Locale locale() {
        return locale;
    }
}
