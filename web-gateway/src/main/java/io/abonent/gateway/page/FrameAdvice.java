package io.abonent.gateway.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.WebUtils;

/** Gives every page its {@link Frame}. */
@ControllerAdvice
class FrameAdvice {

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request) {
        String query = request.getQueryString();
        String path = request.getRequestURI() + (query == null ? "" : "?" + query);
        return new Frame(request.getUserPrincipal() != null, LocalPath.orHome(path), theme(request));
    }

    private static @Nullable String theme(HttpServletRequest request) {
        Cookie chosen = WebUtils.getCookie(request, Theme.COOKIE);
        return chosen == null ? null : Theme.named(chosen.getValue()).map(Theme::attribute).orElse(null);
    }
}
