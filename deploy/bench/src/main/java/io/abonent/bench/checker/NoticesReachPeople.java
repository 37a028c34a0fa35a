package io.abonent.bench.checker;

import io.abonent.bench.checker.Finding.Fault;
import io.abonent.bench.history.History;
import io.abonent.bench.world.Notice;
import io.abonent.bench.world.Seen;
import io.abonent.bench.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every event that owes somebody a notice has one that was sent, and phones have what was sent. A message may come twice
 * when a crash met it between the centre's answer and its note: as many as {@code repeatsAllowed} at most.
 */
final class NoticesReachPeople implements Rule {

    private static final Set<String> OWE_ONE = Set.of(
            "UserRegistered",
            "ConsentSigned",
            "AccountLinked",
            "PaymentPaid",
            "PaymentPosted",
            "PaymentFailed",
            "FiscalReceiptRegistered",
            "ReadingAccepted",
            "ReadingRejected");

    /** One message about a payment is enough on a phone: that it was credited is told by letter, and customers here have none. */
    private static final Set<String> BY_LETTER = Set.of("PaymentPosted");

    private final long repeatsAllowed;

    NoticesReachPeople(long repeatsAllowed) {
        this.repeatsAllowed = repeatsAllowed;
    }

    @Override
    public List<Finding> check(History history, World world) {
        List<Finding> findings = new ArrayList<>();
        Map<String, List<Notice>> byEvent =
                world.notices().stream().collect(Collectors.groupingBy(Notice::sourceEventId));
        Map<String, Seen> owing = new HashMap<>();
        world.events().stream()
                .filter(event -> OWE_ONE.contains(event.name()))
                .forEach(event -> owing.putIfAbsent(event.id(), event));
        owing.forEach((id, event) -> {
            List<Notice> notices = byEvent.getOrDefault(id, List.of());
            boolean byLetter = BY_LETTER.contains(event.name());
            if (notices.stream().noneMatch(byLetter ? Notice::keptForALetter : Notice::sent)) {
                findings.add(new Finding(Fault.NOTICE, event + " owes a notice, there is " + notices));
            } else if (notices.size() > 1) {
                findings.add(new Finding(Fault.NOTICE, event + " has more than one notice: " + notices));
            }
        });
        findings.addAll(phones(world));
        return findings;
    }

    private List<Finding> phones(World world) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Long> sent = world.notices().stream()
                .filter(notice -> notice.sent() && !notice.phone().isEmpty())
                .collect(Collectors.groupingBy(Notice::phone, Collectors.counting()));
        long repeats = 0;
        for (Map.Entry<String, Long> phone : sent.entrySet()) {
            long received = world.phones().getOrDefault(phone.getKey(), 0L);
            if (received < phone.getValue()) {
                findings.add(new Finding(
                        Fault.NOTICE,
                        phone.getKey() + " was sent " + phone.getValue() + " messages and got " + received));
            }
            repeats += Math.max(0, received - phone.getValue());
        }
        if (repeats > repeatsAllowed) {
            findings.add(new Finding(
                    Fault.NOTICE, repeats + " messages came twice, " + repeatsAllowed + " may after these crashes"));
        }
        return findings;
    }
}
