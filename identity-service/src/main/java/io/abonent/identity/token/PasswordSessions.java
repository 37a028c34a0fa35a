package io.abonent.identity.token;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends what was signed in with a password that is replaced. The caller holds the user. */
@Service
public class PasswordSessions {

    private final Sessions sessions;

    PasswordSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * @param kept where the new password was chosen; null to end all
     * @return how many ended
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int end(UUID userId, @Nullable UUID kept) {
        return sessions.revokeAll(userId, kept, RevocationCause.PASSWORD_CHANGED);
    }
}
