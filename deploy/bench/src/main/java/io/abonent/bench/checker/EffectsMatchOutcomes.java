package io.abonent.bench.checker;

import io.abonent.bench.checker.Finding.Fault;
import io.abonent.bench.history.Command;
import io.abonent.bench.history.History;
import io.abonent.bench.history.History.Wish;
import io.abonent.bench.history.Outcome;
import io.abonent.bench.history.Verdict;
import io.abonent.bench.world.Effect;
import io.abonent.bench.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Acknowledged: exactly one effect. Refused: none. Unknown: none or one. Not asked for: none. */
final class EffectsMatchOutcomes implements Rule {

    @Override
    public List<Finding> check(History history, World world) {
        List<Finding> findings = new ArrayList<>();
        Map<Wish, List<Effect>> effects = new HashMap<>();
        for (Effect effect : world.effects()) {
            effects.computeIfAbsent(new Wish(effect.kind(), effect.subject()), wish -> new ArrayList<>())
                    .add(effect);
        }
        Map<Wish, List<Command>> wishes = history.byWish();
        wishes.forEach((wish, commands) ->
                findings.addAll(judge(wish, commands, effects.getOrDefault(wish, List.of()), history)));
        effects.forEach((wish, found) -> {
            if (!wishes.containsKey(wish)) {
                findings.add(new Finding(Fault.PHANTOM, "nobody asked for " + found));
            }
        });
        return findings;
    }

    private static List<Finding> judge(Wish wish, List<Command> commands, List<Effect> found, History history) {
        List<Finding> findings = new ArrayList<>();
        List<Command> ok = with(Verdict.OK, commands, history);
        boolean perhaps = !with(Verdict.UNKNOWN, commands, history).isEmpty();
        if (wish.kind().once() && found.size() > 1) {
            findings.add(new Finding(Fault.DOUBLED, wish + " has " + found.size() + " effects: " + found));
        }
        if (found.isEmpty() && !ok.isEmpty()) {
            findings.add(new Finding(Fault.LOST, wish + " was acknowledged to " + ok.getFirst() + " and is not there"));
        }
        if (!found.isEmpty() && ok.isEmpty() && !perhaps) {
            findings.add(new Finding(Fault.PHANTOM, wish + " was refused and is there: " + found));
        }
        if (!wish.kind().once() && found.size() > most(commands, history)) {
            findings.add(new Finding(
                    Fault.DOUBLED, wish + " has " + found.size() + " effects for " + commands.size() + " commands"));
        }
        Set<String> ids = new HashSet<>(found.stream().map(Effect::id).toList());
        for (Command command : ok) {
            Outcome outcome = history.outcomes().get(command.id());
            if (outcome != null
                    && !found.isEmpty()
                    && !ids.contains(outcome.effectId())
                    && !outcome.effectId().isEmpty()) {
                findings.add(new Finding(
                        Fault.CONTRADICTED, command + " was told " + outcome.effectId() + " and there is " + ids));
            }
        }
        return findings;
    }

    /** Without a key each attempt may have had an effect of its own, a refused one none. */
    private static long most(List<Command> commands, History history) {
        return commands.stream()
                .filter(command -> history.verdict(command) != Verdict.REFUSED)
                .mapToLong(command -> {
                    Outcome outcome = history.outcomes().get(command.id());
                    return outcome == null ? Integer.MAX_VALUE : outcome.attempts();
                })
                .sum();
    }

    private static List<Command> with(Verdict verdict, List<Command> commands, History history) {
        return commands.stream()
                .filter(command -> history.verdict(command) == verdict)
                .toList();
    }
}
