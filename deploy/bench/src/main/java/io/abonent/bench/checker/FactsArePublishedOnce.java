package io.abonent.bench.checker;

import io.abonent.bench.checker.Finding.Fault;
import io.abonent.bench.history.History;
import io.abonent.bench.world.Fact;
import io.abonent.bench.world.Seen;
import io.abonent.bench.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a database holds was told once (whatever carries the same {@code ce_id} is once), and nothing else was told. */
final class FactsArePublishedOnce implements Rule {

    @Override
    public List<Finding> check(History history, World world) {
        Map<Fact, Set<String>> told = new HashMap<>();
        for (Seen event : world.events()) {
            told.computeIfAbsent(new Fact(event.name(), event.key()), fact -> new HashSet<>())
                    .add(event.id());
        }
        List<Finding> findings = new ArrayList<>();
        Set<Fact> facts = new HashSet<>(world.facts());
        for (Fact fact : facts) {
            int times = told.getOrDefault(fact, Set.of()).size();
            if (times == 0) {
                findings.add(new Finding(Fault.LOST, fact + " was never published"));
            } else if (times > 1) {
                findings.add(new Finding(Fault.DOUBLED, fact + " was published as " + times + " events"));
            }
        }
        Set<String> judged = facts.stream().map(Fact::event).collect(Collectors.toSet());
        told.keySet().stream()
                .filter(fact -> judged.contains(fact.event()) && !facts.contains(fact))
                .forEach(fact -> findings.add(new Finding(Fault.PHANTOM, fact + " was published and is not true")));
        return findings;
    }
}
