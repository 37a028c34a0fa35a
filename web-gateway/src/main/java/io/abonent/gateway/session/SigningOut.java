package io.abonent.gateway.session;

import io.abonent.gateway.service.GrantId;
import io.abonent.gateway.service.ServiceUnavailable;
import java.util.List;
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
        grants.end(grant).ifPresent(this::revoke);
    }

    /** Sessions that expired here, and sign-outs which identity-service has not heard of yet. */
    @Scheduled(fixedDelayString = "${abonent.sessions.clean-every:1m}")
    void tellIdentity() {
        List<TokenGrants.Stored> abandoned = grants.abandoned(AT_A_TIME);
        for (TokenGrants.Stored stored : abandoned) {
            if (!revoke(stored)) {
                return;
            }
        }
    }

    private boolean revoke(TokenGrants.Stored stored) {
        try {
            identity.revoke(stored.tokens());
        } catch (ServiceUnavailable | RestClientException e) {
            log.warn("identity-service does not revoke yet: {}", e.getMessage());
            return false;
        }
        grants.forget(stored.id());
        return true;
    }
}
