package io.abonent.billing.consent;

import io.abonent.platform.guard.OwnerQuestion;
import io.abonent.platform.security.CurrentUser;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Closed unless the replica, or on its miss consent-service itself, says that the person's consent stands. */
@Component
public class ConsentGate {

    private final ConsentStates states;
    private final OwnerQuestion<Asking, Boolean> owner;
    private final Clock clock;

    ConsentGate(ConsentStates states, ConsentService service, OwnerQuestion.Factory questions, Clock clock) {
        this.states = states;
        this.owner = questions.confirmation("consent-open", asking -> service.everythingSigned(asking.accessToken()));
        this.clock = clock;
    }

    public boolean isOpen(CurrentUser user) {
        return states.open(user.userId(), clock.instant()) || confirmedByOwner(user);
    }

    /** For readers that have asked the replica inside their own statement. */
    public boolean confirmedByOwner(CurrentUser user) {
        return owner.confirmed(new Asking(user.userId(), user.accessToken()));
    }

    /** Equal by person: a new token does not make a new question. */
    private record Asking(UUID userId, String accessToken) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Asking asking && asking.userId.equals(userId);
        }

        @Override
        public int hashCode() {
            return userId.hashCode();
        }
    }
}
