package io.abonent.bench.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All commands with what became of them; one without an outcome is unknown. */
public record History(List<Command> commands, Map<String, Outcome> outcomes) {

    /** One thing wanted, by whichever commands. */
    public record Wish(Kind kind, String subject) {}

    public Verdict verdict(Command command) {
        Outcome outcome = outcomes.get(command.id());
        return outcome == null ? Verdict.UNKNOWN : outcome.verdict();
    }

    public Map<Wish, List<Command>> byWish() {
        Map<Wish, List<Command>> wishes = new LinkedHashMap<>();
        for (Command command : commands) {
            wishes.computeIfAbsent(new Wish(command.kind(), command.subject()), wish -> new ArrayList<>())
                    .add(command);
        }
        return wishes;
    }

    /** How many commands of each kind ended how. */
    public Map<Kind, Map<Verdict, Integer>> counts() {
        Map<Kind, Map<Verdict, Integer>> counts = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            counts.put(kind, new HashMap<>());
        }
        for (Command command : commands) {
            counts.getOrDefault(command.kind(), new HashMap<>()).merge(verdict(command), 1, Integer::sum);
        }
        return counts;
    }

    public long acknowledged() {
        return commands.stream()
                .filter(command -> verdict(command) == Verdict.OK)
                .count();
    }
}
