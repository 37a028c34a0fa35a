package io.abonent.bench.checker;

import io.abonent.bench.checker.Finding.Fault;
import io.abonent.bench.history.Command;
import io.abonent.bench.history.History;
import io.abonent.bench.history.Kind;
import io.abonent.bench.history.Outcome;
import io.abonent.bench.history.Verdict;
import io.abonent.bench.witness.Shown;
import io.abonent.bench.world.DeadLetter;
import io.abonent.bench.world.Effect;
import io.abonent.bench.world.Fact;
import io.abonent.bench.world.Money;
import io.abonent.bench.world.Notice;
import io.abonent.bench.world.Readings;
import io.abonent.bench.world.Seen;
import io.abonent.bench.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A run without a fault, small enough to read; a test breaks one thing in it. */
final class Story {

    static final String PHONE = "+79161234567";

    final List<Command> commands = new ArrayList<>();
    final Map<String, Outcome> outcomes = new HashMap<>();
    final List<Effect> effects = new ArrayList<>();
    final List<Seen> events = new ArrayList<>();
    final List<Fact> facts = new ArrayList<>();
    final List<Money.Entry> provider = new ArrayList<>();
    final List<Money.Entry> ledger = new ArrayList<>();
    final List<Money.Entry> posted = new ArrayList<>();
    final List<Money.Entry> supplier = new ArrayList<>();
    final List<Money.Entry> receipts = new ArrayList<>();
    final List<String> imbalances = new ArrayList<>();
    final List<String> accepted = new ArrayList<>();
    final List<String> taken = new ArrayList<>();
    final List<Notice> notices = new ArrayList<>();
    final Map<String, Long> phones = new HashMap<>();
    final List<String> leftovers = new ArrayList<>();
    final List<DeadLetter> deadLetters = new ArrayList<>();
    final List<DeadLetter> owed = new ArrayList<>();
    final List<Shown> shown = new ArrayList<>();
    long repeatsAllowed;

    /** Registered, linked, paid once, read a meter once. */
    static Story whole() {
        Story story = new Story();
        story.asked(Kind.REGISTER, PHONE, Verdict.OK, "registration-1");
        story.effects.add(new Effect(Kind.REGISTER, PHONE, "registration-1"));
        story.asked(Kind.LINK, PHONE + "/30000001", Verdict.OK, "link-1");
        story.effects.add(new Effect(Kind.LINK, PHONE + "/30000001", "link-1"));
        story.fact("account.link.v1", "AccountLinked", "link-1", 1);
        story.asked(Kind.PAY, "quote-1", Verdict.OK, "payment-1");
        story.effects.add(new Effect(Kind.PAY, "quote-1", "payment-1"));
        story.fact("billing.payment.v1", "PaymentCreated", "payment-1", 1);
        story.fact("billing.payment.v1", "PaymentPaid", "payment-1", 3);
        for (List<Money.Entry> book :
                List.of(story.provider, story.ledger, story.posted, story.supplier, story.receipts)) {
            book.add(new Money.Entry("payment-1", 12_345));
        }
        story.accepted.add("reading-1");
        story.taken.add("reading-1");
        story.shown.add(new Shown(PHONE, Kind.LINK, Set.of("link-1")));
        story.shown.add(new Shown(PHONE, Kind.PAY, Set.of("payment-1")));
        return story;
    }

    void asked(Kind kind, String subject, Verdict verdict, String effectId) {
        String id = "c" + (commands.size() + 1);
        commands.add(new Command(id, PHONE, kind, subject, "key-" + id, "hash", Instant.EPOCH));
        outcomes.put(id, new Outcome(id, verdict, 201, "", effectId, 1, Instant.EPOCH));
    }

    /** A row, its event, and the notice that follows from it where one is owed. */
    void fact(String topic, String event, String key, long version) {
        facts.add(new Fact(event, key));
        Seen seen = event(topic, event, key, "event-" + (events.size() + 1), version);
        if (event.equals("AccountLinked") || event.equals("PaymentPaid")) {
            notices.add(new Notice(seen.id(), PHONE, event, "DELIVERED", ""));
            phones.merge(PHONE, 1L, Long::sum);
        }
    }

    Seen event(String topic, String event, String key, String id, long version) {
        Seen seen = new Seen(topic, 3, events.size(), key, id, "abonent.any." + event + ".v1", version);
        events.add(seen);
        return seen;
    }

    List<Finding> check() {
        World world = new World(
                effects,
                events,
                facts,
                new Money(provider, ledger, posted, supplier, receipts, imbalances),
                new Readings(accepted, taken),
                notices,
                phones,
                leftovers,
                deadLetters,
                owed);
        return new Checker(repeatsAllowed, shown).check(new History(commands, outcomes), world);
    }

    Set<Fault> faults() {
        return check().stream().map(Finding::fault).collect(Collectors.toSet());
    }
}
