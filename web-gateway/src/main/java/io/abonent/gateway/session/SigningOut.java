package io.abonent.gateway.session;

import io.abonent.gateway.service.GrantId;
import io.abonent.gateway.service.ServiceUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClientException;

/**
 * Ends a sign-in here and at identity-service. Here at once; there at once too if it answers, else as soon as it does:
 * the row is the reminder.
 */
@Service
class SigningOut {

    private static final Logger log = LoggerFactory.getLogger(SigningOut.class);
    private static final int AT_A_TIME = 100;

    private final TokenGrants grants;
    private final KeepingTokens keeping;
    private final IdentityTokens identity;

    SigningOut(TokenGrants grants, KeepingTokens keeping, IdentityTokens identity) {
        this.grants = grants;
        this.keeping = keeping;
        this.identity = identity;
    }

    void signOut(GrantId grant) {
        keeping.forget(grant);
        grants.end(grant).ifPresent(stored -> revoke(grant, stored.tokens()));
    }

    /** Sessions that expired here, and sign-outs which identity-service has not heard of yet. */
    @Scheduled(fixedDelayString = "${abonent.sessions.clean-every:1m}")
    void tellIdentity() {
        for (TokenGrants.Abandoned one : grants.abandoned(AT_A_TIME)) {
            if (one.tokens().isEmpty()) {
                grants.forget(one.id());
            } else if (!revoke(one.id(), one.tokens().get())) {
                return;
            }
        }
    }

    private boolean revoke(GrantId id, Tokens tokens) {
        try {
            identity.revoke(tokens);
        } catch (ServiceUnavailable | RestClientException e) {
            log.warn("identity-service does not revoke yet: {}", e.getMessage());
            return false;
        }
        grants.forget(id);
        return true;
    }
}
