package io.abonent.identity.token;

import io.abonent.platform.security.RevokedSessions;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ended sessions whose access tokens have not expired yet, in memory, read again every few seconds (F-76). */
@Component
class EndedSessions implements RevokedSessions {

    private static final Duration LEEWAY = Duration.ofMinutes(1);

    private final Sessions sessions;
    private final TokenProperties terms;
    private final Clock clock;
    private volatile Set<String> ended = Set.of();

    EndedSessions(Sessions sessions, TokenProperties terms, Clock clock) {
        this.sessions = sessions;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public boolean revoked(String sessionId) {
        return ended.contains(sessionId);
    }

    @Scheduled(fixedDelayString = "5s")
    void read() {
        ended = sessions
                .revokedSince(clock.instant().minus(terms.accessLifetime()).minus(LEEWAY))
                .stream()
                .map(UUID::toString)
                .collect(Collectors.toUnmodifiableSet());
    }
}
