package io.abonent.gateway.page;

import io.abonent.platform.server.RequestsAtOnce;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** What somebody sees who comes when there are too many: a page that is written once and costs nothing then. */
@Component
public final class FullHouse implements RequestsAtOnce.Refusal, RequestsAtOnce.Words {

    private static final String COME_BACK_AFTER_SECONDS = "5";

    private final ITemplateEngine templates;
    private final ResourceUrlProvider files;
    private final PublicAddress address;
    private final ContentSecurityPolicy policy;
    private final Counter refused;
    private final Map<Look, String> pages = new ConcurrentHashMap<>();
    private final Map<Asked, RequestsAtOnce.Answer> answers = new ConcurrentHashMap<>();

    FullHouse(
            ITemplateEngine templates,
            ResourceUrlProvider files,
            PublicAddress address,
            ContentSecurityPolicy policy,
            MeterRegistry meters) {
        this.templates = templates;
        this.files = files;
        this.address = address;
        this.policy = policy;
        this.refused = Counter.builder("abonent.web.refused")
                .description("requests beyond those that are worked on at once")
                .register(meters);
    }

    private record Look(Locale language, @Nullable String theme) {}

    /** @param again the browser may ask once more by itself: what was sent with a form would not come again */
    private record Asked(Look look, boolean again) {

        static Asked of(Look look, String method) {
            return new Asked(look, HttpMethod.GET.matches(method));
        }
    }

    /** Here Spring Security has said what a browser may do with the page. */
    @Override
    public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Look look = look(request.getHeader(HttpHeaders.COOKIE));
        refused.increment();
        byte[] page = page(look).getBytes(StandardCharsets.UTF_8);
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        headers(Asked.of(look, request.getMethod())).forEach(response::setHeader);
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    @Override
    public RequestsAtOnce.Answer to(RequestsAtOnce.Head head) {
        refused.increment();
        return answers.computeIfAbsent(Asked.of(look(head.header(HttpHeaders.COOKIE)), head.method()), this::answer);
    }

    private RequestsAtOnce.Answer answer(Asked asked) {
        Map<String, String> headers = headers(asked);
        headers.put(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.put("Content-Security-Policy", policy.directives());
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "same-origin");
        return new RequestsAtOnce.Answer(headers, page(asked.look()));
    }

    private static Map<String, String> headers(Asked asked) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.RETRY_AFTER, COME_BACK_AFTER_SECONDS);
        if (asked.again()) {
            headers.put("Refresh", COME_BACK_AFTER_SECONDS);
        }
        headers.put(HttpHeaders.CONTENT_LANGUAGE, asked.look().language().getLanguage());
        headers.put(HttpHeaders.CONTENT_TYPE, MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        return headers;
    }

    private String page(Look look) {
        return pages.computeIfAbsent(look, this::process);
    }

    private String process(Look look) {
        Context context = new Context(look.language());
        context.setVariable("theme", look.theme());
        context.setVariable("style", files.getForLookupPath("/css/abonent.css"));
        return templates.process("full-house", context);
    }

    private Look look(@Nullable String cookies) {
        Locale language = Languages.known(value(cookies, Languages.COOKIE));
        return new Look(
                language,
                Theme.named(value(cookies, Theme.COOKIE)).map(Theme::attribute).orElse(null));
    }

    /** At the door nobody has read the cookies yet. */
    private String value(@Nullable String cookies, String name) {
        String start = address.cookie(name) + "=";
        for (String cookie : (cookies == null ? "" : cookies).split("; ?", -1)) {
            if (cookie.startsWith(start)) {
                return cookie.substring(start.length());
            }
        }
        return "";
    }
}
