package io.abonent.gateway.session;

import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The gateway as a client of identity-service.
 *
 * @param privateJwk EC P-256 with its {@code kid}; a secret without default
 */
@ConfigurationProperties("abonent.client")
record ClientProperties(
        @DefaultValue("web-gateway") String id,
        @Nullable String privateJwk,

        @DefaultValue({"openid", "cabinet", "offline_access"})
        Set<String> scopes) {

    ECKey key() {
        if (privateJwk == null || privateJwk.isBlank()) {
            throw new IllegalArgumentException("abonent.client.private-jwk is missing: it has no default");
        }
        try {
            ECKey key = ECKey.parse(privateJwk);
            if (!key.isPrivate() || key.getKeyID() == null) {
                throw new IllegalArgumentException("abonent.client.private-jwk must be private and have a kid");
            }
            return key;
        } catch (ParseException e) {
            throw new IllegalArgumentException("abonent.client.private-jwk is not an EC key", e);
        }
    }

    @Override
    public String toString() {
        return "ClientProperties[" + id + "]";
    }
}
