package io.abonent.gateway.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/** Ways out of a controller that work with and without JavaScript. */
@Component
public class Pages {

    private static final String NOTICE = "notice";

    /** After a POST: 303, so that reloading does not repeat it. A word that came this far goes on to the next page. */
    public ModelAndView redirect(LocalPath path) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            Map<String, ?> before = RequestContextUtils.getInputFlashMap(attributes.getRequest());
            if (before != null && before.get(NOTICE) instanceof String notice) {
                return redirect(path, notice);
            }
        }
        return go(path.value());
    }

    public ModelAndView redirect(String path) {
        return redirect(new LocalPath(path));
    }

    /** With a word that the next page shows once; a key of the messages. */
    public ModelAndView redirect(LocalPath path, String notice) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            RequestContextUtils.getOutputFlashMap(attributes.getRequest()).put(NOTICE, notice);
        }
        return go(path.value());
    }

    /** To a partner's page, whose address a service has given; its origin must be among the form targets. */
    public ModelAndView leave(String url) {
        return go(url);
    }

    /** htmx follows a redirect silently and would put the whole page into a fragment: it is told to go there. */
    private static ModelAndView go(String target) {
        if (isFragment()) {
            return new ModelAndView((model, request, response) -> {
                RequestContextUtils.saveOutputFlashMap(target, request, response);
                response.setHeader("HX-Redirect", target);
                response.setStatus(HttpStatus.NO_CONTENT.value());
            });
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
