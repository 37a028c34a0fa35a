package io.abonent.account.link;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a link its holder's own name for it. */
@Service
class RenamingLink {

    sealed interface Outcome {

        record Renamed(LinkViews.Versioned link) implements Outcome {}

        record NotThere() implements Outcome {}

        /** Somebody changed the link since its holder looked at it. */
        record Changed() implements Outcome {}
    }

    private final AccountLinks links;
    private final LinkViews views;

    RenamingLink(AccountLinks links, LinkViews views) {
        this.links = links;
        this.views = views;
    }

    /** @param expectedVersion the version the holder looked at; null to rename whatever it is */
    @Transactional
    Outcome rename(UUID userId, UUID linkId, @Nullable String alias, @Nullable Long expectedVersion) {
        Optional<AccountLink> found = links.lockedOf(userId, linkId);
        if (found.isEmpty()) {
            return new Outcome.NotThere();
        }
        AccountLink link = found.get();
        if (expectedVersion != null && expectedVersion != link.version()) {
            return new Outcome.Changed();
        }
        link.rename(alias);
        links.flush();
        return views.find(userId, linkId).<Outcome>map(Outcome.Renamed::new).orElseGet(Outcome.NotThere::new);
    }
}
