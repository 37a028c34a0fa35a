package io.abonent.account.access;

import io.abonent.account.attempt.Attempt;
import io.abonent.account.attempt.AttemptBudgets;
import io.abonent.account.attempt.AttemptKind;
import io.abonent.account.attempt.AttemptLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Guesses at a secret: charged to link, user, account and address before the supplier looks at them. */
@Component
class AccessAttempts {

    /** Whose guess at what, and from where, if that is counted. */
    record Guess(UUID linkId, UUID userId, UUID supplyAccountId, UUID supplierId, Optional<UUID> address) {}

    sealed interface Charged {

        /** @param left on this link, should this one be wrong */
        record Allowed(int left) implements Charged {}

        record Locked(Duration retryAfter) implements Charged {}
    }

    private record Budget(AttemptKind kind, UUID subject, AttemptLimit limit) {}

    private final AttemptBudgets budgets;
    private final AccessProperties limits;

    AccessAttempts(AttemptBudgets budgets, AccessProperties limits) {
        this.budgets = budgets;
        this.limits = limits;
    }

    /** Charges all budgets or none. */
    Charged charge(Guess guess) {
        if (budgets.look(AttemptKind.ACCESS_OF_SUPPLIER, guess.supplierId(), limits.perSupplier())
                instanceof Attempt.Exhausted supplier) {
            return new Charged.Locked(supplier.retryAfter());
        }
        List<Budget> charged = new ArrayList<>();
        int left = 0;
        for (Budget budget : budgets(guess)) {
            switch (budgets.take(budget.kind(), budget.subject(), budget.limit())) {
                case Attempt.Allowed allowed -> {
                    left = charged.isEmpty() ? allowed.left() : left;
                    charged.add(budget);
                }
                case Attempt.Exhausted exhausted -> {
                    charged.forEach(one -> budgets.giveBack(one.kind(), one.subject()));
                    return new Charged.Locked(exhausted.retryAfter());
                }
            }
        }
        return new Charged.Allowed(left);
    }

    /** The guess was right, or nobody answered: neither told anything to somebody who guesses. */
    void giveBack(Guess guess) {
        budgets(guess).forEach(budget -> budgets.giveBack(budget.kind(), budget.subject()));
    }

    void wrong(Guess guess) {
        budgets.take(AttemptKind.ACCESS_OF_SUPPLIER, guess.supplierId(), limits.perSupplier());
    }

    /** For a secret that cannot be one: it costs nothing, but a locked link says so. */
    Charged look(Guess guess) {
        return switch (budgets.look(AttemptKind.ACCESS_OF_LINK, guess.linkId(), limits.perLink())) {
            case Attempt.Allowed allowed -> new Charged.Allowed(allowed.left());
            case Attempt.Exhausted exhausted -> new Charged.Locked(exhausted.retryAfter());
        };
    }

    /** The link first: its count is what the user is told. */
    private List<Budget> budgets(Guess guess) {
        List<Budget> all = new ArrayList<>(List.of(
                new Budget(AttemptKind.ACCESS_OF_LINK, guess.linkId(), limits.perLink()),
                new Budget(AttemptKind.ACCESS_OF_USER, guess.userId(), limits.perUser()),
                new Budget(AttemptKind.ACCESS_OF_ACCOUNT, guess.supplyAccountId(), limits.perAccount())));
        guess.address()
                .ifPresent(address -> all.add(new Budget(AttemptKind.ACCESS_OF_ADDRESS, address, limits.perAddress())));
        return all;
    }
}
