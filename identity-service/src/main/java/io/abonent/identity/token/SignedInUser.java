package io.abonent.identity.token;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody who has just entered the right password on the hosted page. */
public final class SignedInUser extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final UUID userId;
    private final Instant authenticatedAt;
    private final int passwordGeneration;

    public SignedInUser(UUID userId, Instant authenticatedAt, int passwordGeneration) {
        super(List.of());
        this.userId = userId;
        this.authenticatedAt = authenticatedAt;
        this.passwordGeneration = passwordGeneration;
        setAuthenticated(true);
    }

    UUID userId() {
        return userId;
    }

    Instant authenticatedAt() {
        return authenticatedAt;
    }

    int passwordGeneration() {
        return passwordGeneration;
    }

    @Override
    public String getName() {
        return userId.toString();
    }

    @Override
    public Object getPrincipal() {
        return userId.toString();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedInUser user
                && user.userId.equals(userId)
                && user.authenticatedAt.equals(authenticatedAt)
                && user.passwordGeneration == passwordGeneration;
    }

    @Override
    public int hashCode() {
        return userId.hashCode();
    }
}
