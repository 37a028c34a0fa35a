package io.abonent.gateway.page;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Russian, and English for who chose it or whose browser asks for it and not for Russian. */
@Configuration(proxyBeanMethods = false)
class Languages {

    private static final Locale RUSSIAN = Locale.of("ru");
    private static final List<Locale> KNOWN = List.of(RUSSIAN, Locale.ENGLISH);

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("__Host-language");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSecure(true);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setDefaultLocaleFunction(request -> request.getHeader("Accept-Language") == null
                ? RUSSIAN
                : known(Locale.LanguageRange.parse(request.getHeader("Accept-Language"))));
        return resolver;
    }

    private static Locale known(List<Locale.LanguageRange> wanted) {
        Locale found = Locale.lookup(wanted, KNOWN);
        return found == null ? RUSSIAN : found;
    }
}
