package io.abonent.account.link;

import io.abonent.account.consent.WhenConsentWithdrawn;
import io.abonent.platform.outbox.EventPublisher;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends links: one on its holder's wish, all when the consent is taken back. */
@Service
class EndingLinks implements WhenConsentWithdrawn {

    private final AccountLinks links;
    private final OpenLinks openLinks;
    private final EventPublisher events;
    private final Clock clock;

    EndingLinks(AccountLinks links, OpenLinks openLinks, EventPublisher events, Clock clock) {
        this.links = links;
        this.openLinks = openLinks;
        this.events = events;
        this.clock = clock;
    }

    /** @return false if the user has no such link */
    @Transactional
    public boolean unlink(UUID userId, UUID linkId) {
        return links.lockedOf(userId, linkId)
                .map(link -> {
                    end(link, UnlinkCause.USER);
                    return true;
                })
                .orElse(false);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(UUID userId) {
        openLinks.lock(userId);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(UUID userId) {
        links.lockedOpenOf(userId).forEach(link -> end(link, UnlinkCause.CONSENT_WITHDRAWN));
    }

    private void end(AccountLink link, UnlinkCause cause) {
        if (link.unlink(clock.instant())) {
            events.publish(link, ended -> AccountLinkEvents.unlinked(ended, cause));
        }
    }
}
