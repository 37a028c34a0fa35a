package io.abonent.gateway.session;

import io.abonent.gateway.page.LocalPath;
import io.abonent.gateway.page.Pages;
import io.abonent.gateway.service.SessionOver;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** The session has ended elsewhere: it ends here too, and the person comes back to where they were. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class SessionOverAdvice {

    private static final Logger log = LoggerFactory.getLogger(SessionOverAdvice.class);

    private final CabinetSessions sessions;
    private final Pages pages;

    SessionOverAdvice(CabinetSessions sessions, Pages pages) {
        this.sessions = sessions;
        this.pages = pages;
    }

    @ExceptionHandler
    ModelAndView over(SessionOver over, HttpServletRequest request, HttpServletResponse response) {
        log.debug("A session is over: {}", over.getMessage());
        sessions.end(request, response);
        return pages.redirect(LocalPath.signIn(LocalPath.before(request), "over"));
    }
}
