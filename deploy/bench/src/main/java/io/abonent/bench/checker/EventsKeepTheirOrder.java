package io.abonent.bench.checker;

import io.abonent.bench.checker.Finding.Fault;
import io.abonent.bench.history.History;
import io.abonent.bench.world.Seen;
import io.abonent.bench.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * First appearances of a key's events have growing versions and lie in one partition. Versions may skip: not every change
 * is an event; that none is missing is {@link FactsArePublishedOnce}'s concern.
 */
final class EventsKeepTheirOrder implements Rule {

    private record Key(String topic, String key) {}

    @Override
    public List<Finding> check(History history, World world) {
        List<Finding> findings = new ArrayList<>();
        Set<String> known = new HashSet<>();
        Map<Key, Seen> last = new HashMap<>();
        List<Seen> inOrder = world.events().stream()
                .sorted(Comparator.comparing(Seen::topic)
                        .thenComparingInt(Seen::partition)
                        .thenComparingLong(Seen::offset))
                .toList();
        for (Seen event : inOrder) {
            if (!known.add(event.id())) {
                continue;
            }
            Seen before = last.put(new Key(event.topic(), event.key()), event);
            if (before == null) {
                continue;
            }
            if (before.version() >= event.version()) {
                findings.add(new Finding(Fault.ORDER, event + " comes after " + before));
            }
            if (before.partition() != event.partition()) {
                findings.add(new Finding(Fault.ORDER, event + " lies in another partition than " + before));
            }
        }
        return findings;
    }
}
