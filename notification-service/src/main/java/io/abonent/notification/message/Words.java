package io.abonent.notification.message;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of {@code words/*.properties}; a missing key is a programming mistake and fails loudly. */
final class Words {

    private final ResourceBundle bundle;
    private final Locale locale;

    Words(Language language) {
        this.locale = language.locale();
        // Without the control a missing language would silently fall back to the machine's.
        this.bundle = ResourceBundle.getBundle(
                "words.words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    boolean has(String key) {
        return bundle.containsKey(key);
    }
}
