package io.abonent.billing.link;

import io.abonent.platform.guard.OwnerQuestion;
import io.abonent.platform.security.CurrentUser;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The gate in front of everything that names a supply account. Closed unless the link is known, here or to its owner:
 * what account-service has acknowledged is usable at once, whether or not events are on their way (F-10).
 */
@Component
public class AccountAccess {

    private final Links links;
    private final OwnerQuestion<Asking, LinkState> owner;

    AccountAccess(Links links, AccountService service, OwnerQuestion.Factory questions) {
        this.links = links;
        this.owner = questions.question(
                "account-linked", asking -> service.find(asking.accessToken(), asking.supplyAccountId()));
    }

    /** Not inside a transaction: it may ask account-service. */
    public Optional<Link> find(CurrentUser user, UUID supplyAccountId) {
        Optional<Link> known = links.find(user.userId(), supplyAccountId);
        if (known.isPresent()) {
            return known;
        }
        owner.answer(new Asking(user.userId(), supplyAccountId, user.accessToken()))
                .ifPresent(state -> links.told(user.userId(), supplyAccountId, state));
        // After "no" as well: the question took its time, the event may have been faster.
        return links.find(user.userId(), supplyAccountId);
    }

    /** Equal by person and account: a new token does not make a new question. */
    private record Asking(UUID userId, UUID supplyAccountId, String accessToken) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Asking asking
                    && asking.userId.equals(userId)
                    && asking.supplyAccountId.equals(supplyAccountId);
        }

        @Override
        public int hashCode() {
            return 31 * userId.hashCode() + supplyAccountId.hashCode();
        }
    }
}
