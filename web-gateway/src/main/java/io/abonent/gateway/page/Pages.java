package io.abonent.gateway.page;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Ways out of a controller that work with and without JavaScript. */
@Component
public class Pages {

    /** After a POST: 303, so that reloading does not repeat it. */
    public ModelAndView redirect(LocalPath path) {
        return go(path.value());
    }

    public ModelAndView redirect(String path) {
        return redirect(new LocalPath(path));
    }

    /** To a partner's page, whose address a service has given; its origin must be among the form targets. */
    public ModelAndView leave(String url) {
        return go(url);
    }

    /** htmx follows a redirect silently and would put the whole page into a fragment: it is told to go there. */
    private static ModelAndView go(String target) {
        if (isFragment()) {
            ModelAndView view = new ModelAndView((model, request, response) -> {
                response.setHeader("HX-Redirect", target);
                response.setStatus(HttpStatus.NO_CONTENT.value());
            });
            return view;
        }
        RedirectView redirect = new RedirectView(target);
        redirect.setStatusCode(HttpStatusCode.valueOf(HttpStatus.SEE_OTHER.value()));
        redirect.setExpandUriTemplateVariables(false);
        redirect.setExposeModelAttributes(false);
        return new ModelAndView(redirect);
    }

    /** Whether htmx asks for a part of a page. */
    public static boolean isFragment() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && isFragment(attributes.getRequest());
    }

    static boolean isFragment(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null;
    }
}
