package io.abonent.simulators.fault;

import io.abonent.simulators.Partner;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Makes the partners that speak HTTP suffer what their switch says. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class FaultFilter extends OncePerRequestFilter {

    private final Faults faults;
    private final GarbageAnswers garbage;
    private final AtomicInteger turn = new AtomicInteger();

    FaultFilter(Faults faults, GarbageAnswers garbage) {
        this.faults = faults;
        this.garbage = garbage;
    }

    private static @Nullable Partner partnerOf(String path) {
        if (path.startsWith("/back-office/")) {
            return Partner.BACK_OFFICE;
        }
        if (path.startsWith("/yookassa/")) {
            return Partner.PAYMENT_PROVIDER;
        }
        return path.startsWith("/fiscal/") ? Partner.FISCAL : null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Partner partner = partnerOf(request.getRequestURI());
        if (partner == null) {
            chain.doFilter(request, response);
            return;
        }
        Fault fault = faults.take(partner, request.getMethod() + " " + request.getRequestURI());
        switch (fault.mode()) {
            case NONE -> chain.doFilter(request, response);
            case REFUSE, PENDING -> {
                CurrentFault.put(request, fault);
                chain.doFilter(request, response);
            }
            case DELAY -> {
                faults.hang(partner, fault.delay());
                chain.doFilter(request, response);
            }
            case SILENCE -> {
                chain.doFilter(request, new ContentCachingResponseWrapper(response));
                hangUp(partner, fault.delay(), request);
            }
            case SILENCE_BEFORE -> hangUp(partner, fault.delay(), request);
            case DROP -> {
                chain.doFilter(request, new ContentCachingResponseWrapper(response));
                ConnectionCutter.cut(request);
            }
            case OUTAGE -> ConnectionCutter.cut(request);
            case GARBAGE -> spoil(fault, request, response, chain);
            case ERROR_500 -> plain(response, 500, "Internal Server Error");
            case UNAVAILABLE -> later(response, 503, "Service Unavailable");
            case THROTTLE -> later(response, 429, "Too Many Requests");
            case REFUSE_BIND -> plain(response, 401, "Unauthorized");
        }
    }

    private void hangUp(Partner partner, Duration time, HttpServletRequest request) {
        faults.hang(partner, time);
        ConnectionCutter.cut(request);
    }

    private void spoil(Fault fault, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper honest = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, honest);
        GarbageAnswers.Answer answer = garbage.spoil(
                honest.getStatus(), honest.getContentAsByteArray(), fault.mutation(), turn.getAndIncrement());
        response.resetBuffer();
        response.setStatus(answer.status());
        response.setContentType(answer.contentType());
        byte[] body = answer.body();
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static void later(HttpServletResponse response, int status, String text) throws IOException {
        response.setHeader("Retry-After", "1");
        plain(response, status, text);
    }

    private static void plain(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().write(text);
    }
}
