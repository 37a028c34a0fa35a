package io.abonent.gateway.page;

import io.abonent.platform.server.RequestsAtOnce;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** What somebody sees who comes when there are too many: a page that is written once and costs nothing then. */
@Component
public final class FullHouse implements RequestsAtOnce.Refusal {

    private static final String COME_BACK_AFTER_SECONDS = "5";

    private final ITemplateEngine templates;
    private final ResourceUrlProvider files;
    private final LocaleResolver languages;
    private final PublicAddress address;
    private final Counter refused;
    private final Map<Look, byte[]> written = new ConcurrentHashMap<>();

    FullHouse(
            ITemplateEngine templates,
            ResourceUrlProvider files,
            LocaleResolver languages,
            PublicAddress address,
            MeterRegistry meters) {
        this.templates = templates;
        this.files = files;
        this.languages = languages;
        this.address = address;
        this.refused = Counter.builder("abonent.web.refused")
                .description("requests beyond those that are worked on at once")
                .register(meters);
    }

    private record Look(Locale language, @Nullable String theme) {}

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refused.increment();
        Look look = new Look(languages.resolveLocale(request), Theme.of(request, address));
        byte[] page = written.computeIfAbsent(look, this::page);
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, COME_BACK_AFTER_SECONDS);
        if (HttpMethod.GET.matches(request.getMethod())) {
            // By itself. What was sent with a form would not come again: that takes a person.
            response.setHeader("Refresh", COME_BACK_AFTER_SECONDS);
        }
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, look.language().getLanguage());
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private byte[] page(Look look) {
        Context context = new Context(look.language());
        context.setVariable("theme", look.theme());
        context.setVariable("style", files.getForLookupPath("/css/abonent.css"));
        return templates.process("full-house", context).getBytes(StandardCharsets.UTF_8);
    }
}
