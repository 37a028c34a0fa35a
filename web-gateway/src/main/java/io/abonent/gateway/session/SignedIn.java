package io.abonent.gateway.session;

import io.abonent.gateway.service.GrantId;
import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who is signed in. Its name is the grant's, which Spring Session writes beside the session: so tokens whose session is
 * gone can be found.
 */
public record SignedIn(UUID userId, GrantId grant) implements AuthenticatedPrincipal, Serializable {

    @Override
    public String getName() {
        return grant.value().toString();
    }
}
