package io.abonent.identity.token;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Who may ask for tokens; the map's key is the client id. */
@ConfigurationProperties("abonent")
record ClientsProperties(@DefaultValue Map<String, Client> clients) {

    ClientsProperties {
        clients = new LinkedHashMap<>(clients);
        if (clients.isEmpty()) {
            throw new IllegalArgumentException("abonent.clients is empty: nobody could sign in");
        }
    }

    /**
     * @param redirectUris compared exactly
     * @param firstParty draws its own sign-in screens and may use the challenge endpoint
     * @param jwkSetUri public keys of a confidential client (private_key_jwt); without it the client is public
     */
    record Client(
            @DefaultValue Set<URI> redirectUris,

            @DefaultValue({"openid", "cabinet", "offline_access"})
            List<String> scopes,

            @DefaultValue("false") boolean firstParty,
            @Nullable URI jwkSetUri) {}
}
