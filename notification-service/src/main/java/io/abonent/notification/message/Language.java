package io.abonent.notification.message;

import java.util.Locale;

/** The languages we write. */
public enum Language {
    RU("ru"),
    EN("en");

    private final Locale locale;

    Language(String tag) {
        this.locale = Locale.of(tag);
    }

    /** @param tag BCP 47; everything but English reads Russian */
    public static Language of(String tag) {
        return Locale.forLanguageTag(tag).getLanguage().equals("en") ? EN : RU;
    }

    public Locale locale() {
        return locale;
    }
}
