package io.abonent.bench.checker;

import io.abonent.bench.checker.Finding.Fault;
import io.abonent.bench.history.History;
import io.abonent.bench.world.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What we call accepted is in the supplier's journal, once, and the other way round. */
final class ReadingsAgree implements Rule {

    @Override
    public List<Finding> check(History history, World world) {
        List<Finding> findings = new ArrayList<>();
        Set<String> accepted = new HashSet<>(world.readings().accepted());
        Set<String> taken = new HashSet<>();
        for (String reading : world.readings().taken()) {
            if (!taken.add(reading)) {
                findings.add(new Finding(Fault.DOUBLED, "the supplier took reading " + reading + " twice"));
            }
            if (!accepted.contains(reading)) {
                findings.add(
                        new Finding(Fault.CONTRADICTED, "the supplier took reading " + reading + ", we do not say so"));
            }
        }
        accepted.stream()
                .filter(reading -> !taken.contains(reading))
                .forEach(reading -> findings.add(
                        new Finding(Fault.LOST, "reading " + reading + " is accepted, the supplier never took it")));
        return findings;
    }
}
