package io.abonent.identity.token;

import io.abonent.platform.outbox.EventPublisher;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends sessions and lets every service know, so that their access tokens are refused within seconds (F-76). */
@Service
public class EndingSessions {

    private final Sessions sessions;
    private final EventPublisher publisher;
    private final Clock clock;

    EndingSessions(Sessions sessions, EventPublisher publisher, Clock clock) {
        this.sessions = sessions;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** @return false if it had ended before */
    @Transactional
    boolean end(UUID id, RevocationCause cause) {
        Instant now = clock.instant();
        return sessions.revoke(id, cause, now)
                .map(userId -> tell(id, userId, cause, now))
                .orElse(false);
    }

    @Transactional
    void endAll(UUID userId) {
        endAll(userId, null, RevocationCause.SIGNED_OUT_EVERYWHERE);
    }

    /**
     * Ends what was signed in with a password that is replaced. The caller holds the user.
     *
     * @param kept where the new password was chosen; null to end all
     * @return how many ended
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int endForNewPassword(UUID userId, @Nullable UUID kept) {
        return endAll(userId, kept, RevocationCause.PASSWORD_CHANGED);
    }

    private int endAll(UUID userId, @Nullable UUID kept, RevocationCause cause) {
        Instant now = clock.instant();
        List<UUID> ended = sessions.revokeAll(userId, kept, cause, now);
        ended.forEach(id -> tell(id, userId, cause, now));
        return ended.size();
    }

    private boolean tell(UUID id, UUID userId, RevocationCause cause, Instant at) {
        publisher.publish(SessionEvents.ended(id, userId, cause, at));
        return true;
    }
}
