package io.abonent.bench.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A record that a consumer put aside.
 *
 * @param origin where it lay: {@code account.link.v1-3@17}
 * @param reason what the consumer said; of one that is owed, what is wrong with the record
 */
public record DeadLetter(String service, String consumer, String origin, String reason) {

    private record Place(String service, String consumer, String origin) {}

    private Place place() {
        return new Place(service, consumer, origin);
    }

    /** Empty if those that are owed are there, each once and with a reason, and nothing else is. */
    public static List<String> differences(List<DeadLetter> found, List<DeadLetter> owed) {
        List<String> differences = new ArrayList<>();
        Map<Place, Integer> times = new HashMap<>();
        for (DeadLetter letter : found) {
            times.merge(letter.place(), 1, Integer::sum);
            if (letter.reason().isBlank()) {
                differences.add("without a reason: " + letter);
            }
        }
        Set<Place> expected = new HashSet<>();
        for (DeadLetter letter : owed) {
            expected.add(letter.place());
            int there = times.getOrDefault(letter.place(), 0);
            if (there != 1) {
                differences.add((there == 0 ? "not a dead letter: " : there + " dead letters: ") + letter);
            }
        }
        found.stream()
                .filter(letter -> !expected.contains(letter.place()))
                .forEach(letter -> differences.add("a dead letter: " + letter));
        return differences;
    }
}
