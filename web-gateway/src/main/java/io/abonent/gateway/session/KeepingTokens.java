package io.abonent.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.abonent.gateway.service.AccessTokens;
import io.abonent.gateway.service.GrantId;
import io.abonent.gateway.service.ServiceUnavailable;
import io.abonent.gateway.service.SessionOver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;

/**
 * Hands out access tokens and renews them once, however many calls want one: within this process the first caller does it
 * and the others wait for it; among instances a lease in the row decides, so that no connection is held while
 * identity-service is asked, and who finds the lease taken looks into the row again until it has changed.
 */
@Component
class KeepingTokens implements AccessTokens {

    private static final Logger log = LoggerFactory.getLogger(KeepingTokens.class);
    private static final int REMEMBERED = 10_000;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final String GRANT_IS_OVER = "invalid_grant";

    private final TokenGrants grants;
    private final IdentityTokens identity;
    private final SessionsProperties properties;
    private final Clock clock;
    private final Cache<GrantId, Tokens> remembered = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();
    private final Map<GrantId, CompletableFuture<String>> renewing = new ConcurrentHashMap<>();

    KeepingTokens(TokenGrants grants, IdentityTokens identity, SessionsProperties properties, Clock clock) {
        this.grants = grants;
        this.identity = identity;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String of(GrantId grant) {
        Tokens known = remembered.getIfPresent(grant);
        return known != null && fresh(known) ? known.access() : once(grant, null);
    }

    @Override
    public String insteadOf(GrantId grant, String refused) {
        Tokens known = remembered.getIfPresent(grant);
        return known != null && fresh(known) && !known.access().equals(refused) ? known.access() : once(grant, refused);
    }

    void forget(GrantId grant) {
        remembered.invalidate(grant);
    }

    private boolean fresh(Tokens tokens) {
        return clock.instant().plus(properties.refreshBefore()).isBefore(tokens.accessExpiresAt());
    }

    private String once(GrantId grant, @Nullable String refused) {
        CompletableFuture<String> mine = new CompletableFuture<>();
        CompletableFuture<String> first = renewing.putIfAbsent(grant, mine);
        if (first != null) {
            return result(first);
        }
        try {
            mine.complete(renew(grant, refused));
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        } finally {
            renewing.remove(grant, mine);
        }
        return result(mine);
    }

    private static String result(CompletableFuture<String> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private String renew(GrantId grant, @Nullable String refused) {
        // Two leases: the first holder may die, the second must still get through.
        Instant giveUp = clock.instant().plus(properties.lease().multipliedBy(2));
        while (clock.instant().isBefore(giveUp)) {
            TokenGrants.Stored stored = grants.find(grant).orElseThrow(() -> new SessionOver("its tokens are gone"));
            if (fresh(stored.tokens()) && !stored.tokens().access().equals(refused)) {
                return remember(grant, stored.tokens());
            }
            UUID lease = UUID.randomUUID();
            if (grants.lease(stored, lease, properties.lease())) {
                return refresh(stored, lease, refused);
            }
            pause();
        }
        throw ServiceUnavailable.busy("another instance has been refreshing for too long");
    }

    private String refresh(TokenGrants.Stored stored, UUID lease, @Nullable String refused) {
        Tokens old = stored.tokens();
        try {
            Tokens renewed = identity.refresh(old);
            if (grants.replace(stored, lease, renewed)) {
                return remember(stored.id(), renewed);
            }
            // Ended meanwhile, or the lease ran out and somebody else stored the same or newer ones.
            return grants.find(stored.id())
                    .map(now -> remember(stored.id(), now.tokens()))
                    .orElseThrow(() -> new SessionOver("ended while it was refreshed"));
        } catch (OAuth2AuthorizationException e) {
            if (GRANT_IS_OVER.equals(e.getError().getErrorCode())) {
                forget(stored.id());
                grants.forget(stored.id());
                throw new SessionOver("identity-service has ended it");
            }
            return stillGood(
                    stored, lease, refused, ServiceUnavailable.busy(e.getError().getErrorCode()));
        } catch (ServiceUnavailable e) {
            return stillGood(stored, lease, refused, e);
        }
    }

    /** Without identity-service the token of now serves until it expires. */
    private String stillGood(
            TokenGrants.Stored stored, UUID lease, @Nullable String refused, ServiceUnavailable trouble) {
        grants.giveBack(stored, lease);
        Tokens old = stored.tokens();
        if (clock.instant().isBefore(old.accessExpiresAt()) && !old.access().equals(refused)) {
            log.warn("No new token ({}); the old one lives until {}", trouble.getMessage(), old.accessExpiresAt());
            return old.access();
        }
        throw trouble;
    }

    private String remember(GrantId grant, Tokens tokens) {
        remembered.put(grant, tokens);
        return tokens.access();
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceUnavailable.busy("interrupted");
        }
    }
}
