package io.abonent.platform.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.util.ClassUtils;

/** Texts of problems: the service's {@code problems*.properties} first, then the platform's. */
final class ProblemMessages {

    static final Locale RUSSIAN = Locale.of("ru");
    private static final List<Locale> SUPPORTED = List.of(RUSSIAN, Locale.ENGLISH);

    private final ResourceBundleMessageSource source = new ResourceBundleMessageSource();

    ProblemMessages() {
        if (present("problems.properties")) {
            source.setBasenames("problems", "platform-problems");
        } else {
            source.setBasename("platform-problems");
        }
        source.setDefaultEncoding("UTF-8");
        // English lives in the base file; the language of the machine must not matter.
        source.setFallbackToSystemLocale(false);
    }

    String title(ProblemCode code, Locale locale) {
        String title = source.getMessage(code.name() + ".title", null, null, locale);
        return title == null ? code.status().getReasonPhrase() : title;
    }

    @Nullable
    String detail(ProblemCode code, List<?> arguments, Locale locale) {
        return source.getMessage(code.name() + ".detail", arguments.toArray(), null, locale);
    }

    String text(String key, Locale locale) {
        String text = source.getMessage(key, null, null, locale);
        return text == null ? key : text;
    }

    /** Russian unless the client prefers English. */
    static Locale locale(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 256) {
            return RUSSIAN;
        }
        try {
            HttpHeaders headers = new HttpHeaders();
            headers.set(HttpHeaders.ACCEPT_LANGUAGE, acceptLanguage);
            Locale match = Locale.lookup(headers.getAcceptLanguage(), SUPPORTED);
            return match == null ? RUSSIAN : match;
        } catch (IllegalArgumentException malformed) {
            return RUSSIAN;
        }
    }

    private static boolean present(String resource) {
        ClassLoader loader = ClassUtils.getDefaultClassLoader();
        return loader != null && loader.getResource(resource) != null;
    }
}
