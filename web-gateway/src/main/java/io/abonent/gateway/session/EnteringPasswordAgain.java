package io.abonent.gateway.session;

import io.abonent.gateway.page.LocalPath;
import io.abonent.gateway.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** For what needs a session whose password was entered a short while ago: signing, for instance. */
@Component
public class EnteringPasswordAgain {

    private final SigningOut signingOut;
    private final CabinetSessions sessions;
    private final Pages pages;

    EnteringPasswordAgain(SigningOut signingOut, CabinetSessions sessions, Pages pages) {
        this.signingOut = signingOut;
        this.sessions = sessions;
        this.pages = pages;
    }

    /** Ends the session; the person comes back to where they were. */
    public ModelAndView andComeBack(LocalPath back, HttpServletRequest request, HttpServletResponse response) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn who) {
            signingOut.signOut(who.grant());
        }
        sessions.end(request, response);
        return pages.redirect(LocalPath.signIn(back, "password"));
    }
}
