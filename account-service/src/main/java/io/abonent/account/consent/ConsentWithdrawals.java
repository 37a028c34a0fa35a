package io.abonent.account.consent;

import io.abonent.contracts.consent.ConsentPurpose;
import io.abonent.contracts.consent.ConsentWithdrawn;
import io.abonent.platform.inbox.Inbox;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Replica and consequences change in one transaction: whoever sees a withdrawal also sees its links ended, so a link made
 * after a new signature is never ended by the old withdrawal.
 */
@Component
class ConsentWithdrawals {

    private static final String CONSUMER = "consent-withdrawn";

    private final ConsentStandings standings;
    private final Inbox inbox;
    private final List<WhenConsentWithdrawn> consequences;

    ConsentWithdrawals(ConsentStandings standings, Inbox inbox, List<WhenConsentWithdrawn> consequences) {
        this.standings = standings;
        this.inbox = inbox;
        this.consequences = consequences;
    }

    void withdrawn(ConsentWithdrawn event, UUID eventId) {
        boolean first = inbox.runOnce(CONSUMER, eventId, () -> {
            consequences.forEach(consequence -> consequence.lock(event.userId()));
            boolean newest = standings.withdrawn(event);
            if (newest && event.purpose() == ConsentPurpose.PERSONAL_DATA) {
                consequences.forEach(consequence -> consequence.end(event.userId()));
            }
        });
        if (!first) {
            // What followed was done. The replica may have been thrown away since, to be read anew.
            standings.withdrawn(event);
        }
    }
}
