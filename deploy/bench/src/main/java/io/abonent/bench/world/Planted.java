package io.abonent.bench.world;

import java.util.List;
import java.util.Set;

/**
 * What a run itself put into topics.
 *
 * @param records where they lie; they are no events of ours
 * @param owed the dead letters which have to come of them
 */
public record Planted(Set<String> records, List<DeadLetter> owed) {

    public static Planted nothing() {
        return new Planted(Set.of(), List.of());
    }
}
