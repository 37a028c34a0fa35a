package io.abonent.gateway.page;

import io.abonent.gateway.service.Refusal;
import io.abonent.gateway.service.ServiceRefused;
import io.abonent.gateway.service.ServiceUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** What a page did not handle itself, as a page. */
@ControllerAdvice
class PageErrors {

    private static final Logger log = LoggerFactory.getLogger(PageErrors.class);

    private final Pages pages;

    PageErrors(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    ModelAndView refused(ServiceRefused refused) {
        Refusal refusal = refused.refusal();
        if (refusal.is(Refusal.CONSENT_REQUIRED)) {
            return pages.redirect("/consent");
        }
        log.info("{}", refused.getMessage());
        boolean missing = refusal.status() == HttpStatus.NOT_FOUND.value();
        return error(missing ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT)
                .addObject("refusal", missing ? null : refusal);
    }

    @ExceptionHandler
    ModelAndView unavailable(ServiceUnavailable unavailable) {
        log.warn("{}", unavailable.getMessage());
        return error(HttpStatus.SERVICE_UNAVAILABLE)
                .addObject("service", unavailable.service().label());
    }

    /** A path with something else where an id belongs is no page; a form with it was not made by us. */
    @ExceptionHandler
    ModelAndView mistyped(MethodArgumentTypeMismatchException mismatch) {
        return error(HttpStatus.NOT_FOUND);
    }

    static ModelAndView error(HttpStatus status) {
        ModelAndView page = new ModelAndView("error", status);
        return page.addObject("status", status.value());
    }
}
