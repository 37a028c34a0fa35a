package io.abonent.gateway.session;

import io.abonent.gateway.secret.SealedBox;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a session remembers between two pages, sealed: sessions are rows, and rows are copied. */
@Component
public class SealedAttributes {

    /** Of who has just registered: it need not be typed again to sign in. */
    public static final String LOGIN = "login";

    private final SealedBox box;
    private final JsonMapper json;

    SealedAttributes(SealedBox box, JsonMapper json) {
        this.box = box;
        this.json = json;
    }

    public void put(HttpServletRequest request, String name, Object value) {
        String sealed = Base64.getEncoder().encodeToString(box.seal(json.writeValueAsString(value)));
        request.getSession().setAttribute(name, sealed);
    }

    public <T> Optional<T> get(HttpServletRequest request, String name, Class<T> type) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(name) instanceof String sealed)) {
            return Optional.empty();
        }
        return box.open(Base64.getDecoder().decode(sealed)).map(text -> json.readValue(text, type));
    }

    public void remove(HttpServletRequest request, String name) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(name);
        }
    }
}
