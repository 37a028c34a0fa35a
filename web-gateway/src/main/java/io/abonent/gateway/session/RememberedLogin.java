package io.abonent.gateway.session;

import io.abonent.gateway.secret.SealedBox;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who has just registered need not type the login again. Sealed: sessions are rows, and rows are copied. */
@Component
public class RememberedLogin {

    private static final String ATTRIBUTE = "login";

    private final SealedBox box;

    RememberedLogin(SessionsProperties properties) {
        this.box = properties.box();
    }

    public void remember(HttpServletRequest request, String login) {
        request.getSession().setAttribute(ATTRIBUTE, Base64.getEncoder().encodeToString(box.seal(login)));
    }

    Optional<String> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof String sealed
                ? box.open(Base64.getDecoder().decode(sealed))
                : Optional.empty();
    }
}
