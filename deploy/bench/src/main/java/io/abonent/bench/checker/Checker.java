package io.abonent.bench.checker;

import io.abonent.bench.history.History;
import io.abonent.bench.witness.Shown;
import io.abonent.bench.world.World;
import java.util.List;

/** All rules. There is no option to leave one out. */
public final class Checker {

    private final List<Rule> rules;

    /**
     * @param repeatsAllowed how many short messages may have been sent twice: those a crash met while they were sent
     * @param shown what the API showed to everybody in the end
     */
    public Checker(long repeatsAllowed, List<Shown> shown) {
        this.rules = List.of(
                new ApiAgrees(shown),
                new EffectsMatchOutcomes(),
                new FactsArePublishedOnce(),
                new EventsKeepTheirOrder(),
                new MoneyAgrees(),
                new ReadingsAgree(),
                new NoticesReachPeople(repeatsAllowed),
                new NothingIsLeftOver());
    }

    public List<Finding> check(History history, World world) {
        return rules.stream()
                .flatMap(rule -> rule.check(history, world).stream())
                .toList();
    }
}
