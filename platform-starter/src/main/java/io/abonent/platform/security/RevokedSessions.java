package io.abonent.platform.security;

/**
 * A service that learns of ended sessions (sign-out, password change, block) offers a bean of this type; it is asked
 * with every request, also for tokens verified before, so it must answer from memory.
 */
@FunctionalInterface
public interface RevokedSessions {

    /** @param sessionId the token's {@code sid} */
    boolean revoked(String sessionId);
}
