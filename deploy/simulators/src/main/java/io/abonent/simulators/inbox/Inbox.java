package io.abonent.simulators.inbox;

import io.abonent.simulators.Partner;
import io.abonent.simulators.inbox.Message.Channel;
import io.abonent.simulators.journal.Journal;
import io.abonent.simulators.journal.Journals;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The last {@value #MESSAGES_MAX} messages of everybody, at most {@value #PER_RECIPIENT_MAX} each. The journals of the
 * message centre and the mail server hold all of them; at start the last ones come back from there.
 */
@Component
public class Inbox {

    static final int MESSAGES_MAX = 10_000;
    static final int PER_RECIPIENT_MAX = 200;

    private static final int TEXT_MAX = 20_000;
    private static final int HTML_MAX = 100_000;
    private static final int HTML_TOTAL_MAX = 16_000_000;
    private static final String KIND = "message";

    private final Deque<Message> newestLast = new ArrayDeque<>();
    private final Map<String, Deque<Message>> byRecipient = new HashMap<>();
    private final Map<Channel, Journal> journals;
    private final Clock clock;
    private long htmlTotal;

    Inbox(Journals journals, JsonMapper json, Clock clock) {
        this.clock = clock;
        this.journals = Map.of(
                Channel.SMS, journals.of(Partner.SMS),
                Channel.EMAIL, journals.of(Partner.MAIL));
        Stream<Journal> both = this.journals.values().stream();
        List<Message> kept = new ArrayList<>();
        both.forEach(journal -> journal.replay(journal.count() - MESSAGES_MAX / 2, (entry, offset) -> {
            kept.add(json.treeToValue(entry.data(), Message.class));
        }));
        kept.stream().sorted(Comparator.comparing(Message::at)).forEach(this::keep);
    }

    public Message deliverSms(String from, String to, String text) {
        return deliver(Channel.SMS, from, to, null, text, null);
    }

    public Message deliverMail(String from, String to, String subject, String text, @Nullable String html) {
        return deliver(Channel.EMAIL, from, to, subject, text, html);
    }

    private Message deliver(
            Channel channel, String from, String to, @Nullable String subject, String text, @Nullable String html) {
        Message message = new Message(
                UUID.randomUUID().toString(),
                channel,
                from,
                Recipient.canonical(to),
                subject,
                cut(text, TEXT_MAX),
                html == null ? null : cut(html, HTML_MAX),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Objects.requireNonNull(journals.get(channel)).append(KIND, message.id(), message);
        keep(message);
        return message;
    }

    private static String cut(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max);
    }

    private synchronized void keep(Message message) {
        newestLast.addLast(message);
        htmlTotal += htmlSize(message);
        Deque<Message> own = byRecipient.computeIfAbsent(message.to(), to -> new ArrayDeque<>());
        own.addLast(message);
        if (own.size() > PER_RECIPIENT_MAX) {
            Message oldest = own.removeFirst();
            newestLast.removeFirstOccurrence(oldest);
            htmlTotal -= htmlSize(oldest);
        }
        while (newestLast.size() > MESSAGES_MAX || htmlTotal > HTML_TOTAL_MAX) {
            forget(newestLast.removeFirst());
        }
    }

    private void forget(Message oldest) {
        htmlTotal -= htmlSize(oldest);
        Deque<Message> own = Objects.requireNonNull(byRecipient.get(oldest.to()));
        own.remove(oldest);
        if (own.isEmpty()) {
            byRecipient.remove(oldest.to());
        }
    }

    private static int htmlSize(Message message) {
        return message.html() == null ? 0 : message.html().length();
    }

    /** Newest first. */
    public synchronized List<Message> of(@Nullable String recipient, int limit) {
        Deque<Message> source = recipient == null || recipient.isBlank()
                ? newestLast
                : byRecipient.getOrDefault(Recipient.canonical(recipient), new ArrayDeque<>());
        List<Message> found = new ArrayList<>();
        Iterator<Message> newestFirst = source.descendingIterator();
        while (newestFirst.hasNext() && found.size() < limit) {
            found.add(newestFirst.next());
        }
        return found;
    }

    public synchronized @Nullable Message find(String id) {
        return newestLast.stream()
                .filter(message -> message.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    public synchronized int size() {
        return newestLast.size();
    }

    /** Empties phone and mailbox; the journals keep what was delivered. */
    synchronized void clear() {
        newestLast.clear();
        byRecipient.clear();
        htmlTotal = 0;
    }
}
