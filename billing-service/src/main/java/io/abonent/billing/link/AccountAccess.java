package io.abonent.billing.link;

import io.abonent.platform.guard.OwnerQuestion;
import io.abonent.platform.security.CurrentUser;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The gate in front of everything that names a supply account. Closed unless the link is known. */
@Component
public class AccountAccess {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Links links;
    private final OwnerQuestion<Asking> owner;
    private final Duration patience;

    AccountAccess(
            Links links,
            AccountService service,
            OwnerQuestion.Factory questions,
            @Value("${abonent.link.wait-for-event:1500ms}") Duration patience) {
        this.links = links;
        this.owner = questions.question(
                "account-linked", asking -> service.hasLinked(asking.accessToken(), asking.supplyAccountId()));
        this.patience = patience;
    }

    public sealed interface Access {

        record Granted(Link link) implements Access {}

        /** account-service knows the link, its event has not arrived: the supplier's reference is still missing. */
        record OnItsWay() implements Access {}

        record None() implements Access {}
    }

    public Access find(CurrentUser user, UUID supplyAccountId) {
        Optional<Link> known = links.find(user.userId(), supplyAccountId);
        if (known.isPresent()) {
            return new Access.Granted(known.get());
        }
        if (!owner.confirmed(new Asking(user.userId(), supplyAccountId, user.accessToken()))) {
            // The question took its time; the event may have been faster.
            return links.find(user.userId(), supplyAccountId)
                    .<Access>map(Access.Granted::new)
                    .orElseGet(Access.None::new);
        }
        return awaitEvent(user.userId(), supplyAccountId);
    }

    /** Every look is a statement of its own: no connection is held while waiting. */
    private Access awaitEvent(UUID userId, UUID supplyAccountId) {
        long deadline = System.nanoTime() + patience.toNanos();
        do {
            Optional<Link> arrived = links.find(userId, supplyAccountId);
            if (arrived.isPresent()) {
                return new Access.Granted(arrived.get());
            }
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Access.OnItsWay();
            }
        } while (System.nanoTime() < deadline);
        return new Access.OnItsWay();
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
