package io.abonent.bench.checker;

import io.abonent.bench.checker.Finding.Fault;
import io.abonent.bench.history.Command;
import io.abonent.bench.history.History;
import io.abonent.bench.history.Outcome;
import io.abonent.bench.history.Verdict;
import io.abonent.bench.witness.Shown;
import io.abonent.bench.world.Effect;
import io.abonent.bench.world.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the API shows a person in the end is what is there, and contains all that person was told. */
final class ApiAgrees implements Rule {

    private final List<Shown> shown;

    ApiAgrees(List<Shown> shown) {
        this.shown = shown;
    }

    private record Whose(String user, io.abonent.bench.history.Kind kind) {}

    @Override
    public List<Finding> check(History history, World world) {
        var told = history.commands().stream()
                .filter(command -> history.verdict(command) == Verdict.OK)
                .filter(command -> !idOf(command, history).isEmpty())
                .collect(Collectors.groupingBy(
                        command -> new Whose(command.user(), command.kind()),
                        Collectors.mapping(command -> idOf(command, history), Collectors.toCollection(TreeSet::new))));
        Set<String> there = world.effects().stream().map(Effect::id).collect(Collectors.toCollection(HashSet::new));
        List<Finding> findings = new ArrayList<>();
        for (Shown view : shown) {
            Set<String> hidden = new TreeSet<>(told.getOrDefault(new Whose(view.user(), view.kind()), new TreeSet<>()));
            hidden.removeAll(view.ids());
            if (!hidden.isEmpty()) {
                findings.add(new Finding(
                        Fault.LOST,
                        view.user() + " was told " + view.kind() + " " + hidden + ", the API does not show it"));
            }
            Set<String> invented = new TreeSet<>(view.ids());
            invented.removeAll(there);
            if (!invented.isEmpty()) {
                findings.add(new Finding(
                        Fault.CONTRADICTED,
                        view.user() + " is shown " + view.kind() + " " + invented + ", which is not there"));
            }
        }
        return findings;
    }

    private static String idOf(Command command, History history) {
        Outcome outcome = history.outcomes().get(command.id());
        return outcome == null ? "" : outcome.effectId();
    }
}
