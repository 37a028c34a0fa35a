package io.abonent.account.consent;

import io.abonent.platform.guard.OwnerQuestion;
import io.abonent.platform.security.CurrentUser;
import java.time.Clock;
import java.util.UUID;

/** Whether a person may work in the cabinet at all. Closed unless known to be open. */
public class ConsentGate {

    /** @param seen how much of the person's consents was known when the gate was passed */
    public record Pass(boolean open, long seen) {}

    private final ConsentStandings standings;
    private final OwnerQuestion<ConsentQuestion, Boolean> owner;
    private final Clock clock;

    ConsentGate(ConsentStandings standings, OwnerQuestion<ConsentQuestion, Boolean> owner, Clock clock) {
        this.standings = standings;
        this.owner = owner;
        this.clock = clock;
    }

    /** May ask consent-service: not inside a database transaction. */
    public Pass pass(CurrentUser user) {
        ConsentStandings.Standing standing = standings.of(user.userId(), clock.instant());
        boolean open = standing.open() || owner.confirmed(new ConsentQuestion(user.userId(), user.accessToken()));
        return new Pass(open, standing.seen());
    }

    /** Whether the consent was taken back after the gate was passed; for the transaction that acts on the pass. */
    public boolean closedSince(UUID userId, Pass pass) {
        ConsentStandings.Standing standing = standings.of(userId, clock.instant());
        return standing.withdrawn() && standing.seen() > pass.seen();
    }
}
