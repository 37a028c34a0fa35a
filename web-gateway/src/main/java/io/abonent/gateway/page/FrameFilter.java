package io.abonent.gateway.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/** Gives every page its {@link Frame}; errors are pages too, and no controller advice fills their models. */
final class FrameFilter extends OncePerRequestFilter {

    private final PublicAddress address;

    FrameFilter(PublicAddress address) {
        this.address = address;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean error = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null;
        // Coming back to a page after a change of its language, the first page is one too.
        boolean first = request.getRequestURI().equals("/");
        String path = error || first ? "/" : LocalPath.before(request).value();
        request.setAttribute("frame", new Frame(request.getUserPrincipal() != null, path, theme(request)));
        chain.doFilter(request, response);
    }

    private @Nullable String theme(HttpServletRequest request) {
        Cookie chosen = WebUtils.getCookie(request, address.cookie(Theme.COOKIE));
        return chosen == null
                ? null
                : Theme.named(chosen.getValue()).map(Theme::attribute).orElse(null);
    }
}
