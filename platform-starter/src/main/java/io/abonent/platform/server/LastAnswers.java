package io.abonent.platform.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A process that is about to end closes each connection with the answer on it, for a moment before the server stops to
 * listen. A caller keeps its connections although the load balancer has forgotten the process; one that is closed on just
 * as it sends cannot tell whether a command was heard.
 */
public final class LastAnswers extends OncePerRequestFilter implements SmartLifecycle {

    private final Duration moment;
    private volatile boolean running;
    private volatile boolean leaving;

    public LastAnswers(Duration moment) {
        this.moment = moment;
    }

    boolean leaving() {
        return leaving;
    }

    /** Before all other filters: refusals are answers, too. */
    public FilterRegistrationBean<LastAnswers> filter() {
        FilterRegistrationBean<LastAnswers> registration = new FilterRegistrationBean<>(this);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (leaving) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        chain.doFilter(request, response);
    }

    /** Before the server's own, which refuses new connections at once. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void start() {
        leaving = false;
        running = true;
    }

    @Override
    public void stop() {
        leaving = true;
        try {
            Thread.sleep(moment);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
