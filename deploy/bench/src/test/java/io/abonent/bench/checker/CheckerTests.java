package io.abonent.bench.checker;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.bench.checker.Finding.Fault;
import io.abonent.bench.history.Kind;
import io.abonent.bench.history.Verdict;
import io.abonent.bench.witness.Shown;
import io.abonent.bench.world.DeadLetter;
import io.abonent.bench.world.Effect;
import io.abonent.bench.world.Fact;
import io.abonent.bench.world.Money;
import io.abonent.bench.world.Notice;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The checker is only worth something if it finds what is broken: each history here is broken in one place. */
class CheckerTests {

    private final Story story = Story.whole();

    @Test
    void findsNothingWhereNothingIsWrong() {
        assertThat(story.check()).isEmpty();
    }

    @Test
    void findsAnAcknowledgedEffectThatIsNotThere() {
        story.asked(Kind.OPEN_TICKET, "Вопрос 1", Verdict.OK, "ticket-1");
        assertThat(story.faults()).containsExactly(Fault.LOST);
    }

    @Test
    void findsAnEffectThatIsThereTwice() {
        story.effects.add(new Effect(Kind.LINK, Story.PHONE + "/30000001", "link-2"));
        assertThat(story.faults()).containsExactly(Fault.DOUBLED);
    }

    @Test
    void findsAnEffectOfARefusedCommand() {
        story.asked(Kind.QUOTE, Story.PHONE + "/500", Verdict.REFUSED, "");
        story.effects.add(new Effect(Kind.QUOTE, Story.PHONE + "/500", "quote-9"));
        assertThat(story.faults()).containsExactly(Fault.PHANTOM);
    }

    @Test
    void findsAnEffectNobodyAskedFor() {
        story.effects.add(new Effect(Kind.PAY, "quote-7", "payment-7"));
        assertThat(story.faults()).containsExactly(Fault.PHANTOM);
    }

    @Test
    void letsAnUnknownCommandHaveOneEffectOrNoneButNotTwo() {
        story.asked(Kind.OPEN_TICKET, "Вопрос 2", Verdict.UNKNOWN, "");
        assertThat(story.check()).isEmpty();
        story.effects.add(new Effect(Kind.OPEN_TICKET, "Вопрос 2", "ticket-2"));
        assertThat(story.check()).isEmpty();
        story.effects.add(new Effect(Kind.OPEN_TICKET, "Вопрос 2", "ticket-3"));
        assertThat(story.faults()).containsExactly(Fault.DOUBLED);
    }

    @Test
    void takesACommandWithoutAnOutcomeForUnknown() {
        story.asked(Kind.OPEN_TICKET, "Вопрос 3", Verdict.OK, "ticket-3");
        story.outcomes.remove(story.commands.getLast().id());
        assertThat(story.check()).isEmpty();
    }

    @Test
    void findsMoreRegistrationsThanAttempts() {
        story.effects.add(new Effect(Kind.REGISTER, Story.PHONE, "registration-2"));
        assertThat(story.faults()).containsExactly(Fault.DOUBLED);
    }

    @Test
    void findsAnAnswerThatNamedAnotherEffectThanTheOneThatIsThere() {
        story.effects.removeIf(effect -> effect.kind() == Kind.LINK);
        story.effects.add(new Effect(Kind.LINK, Story.PHONE + "/30000001", "link-other"));
        assertThat(story.faults()).contains(Fault.CONTRADICTED);
    }

    @Test
    void findsWhatTheApiHides() {
        story.shown.set(0, new Shown(Story.PHONE, Kind.LINK, Set.of()));
        assertThat(story.faults()).containsExactly(Fault.LOST);
    }

    @Test
    void findsWhatTheApiInvents() {
        story.shown.set(1, new Shown(Story.PHONE, Kind.PAY, Set.of("payment-1", "payment-x")));
        assertThat(story.faults()).containsExactly(Fault.CONTRADICTED);
    }

    @Test
    void findsAFactThatWasNeverTold() {
        story.facts.add(new Fact("PaymentCreated", "payment-2"));
        assertThat(story.faults()).containsExactly(Fault.LOST);
    }

    @Test
    void findsAFactThatWasToldAsTwoEvents() {
        story.event("billing.payment.v1", "PaymentCreated", "payment-1", "another-id", 4);
        assertThat(story.faults()).containsExactly(Fault.DOUBLED);
    }

    @Test
    void takesARepeatedRecordForOneEvent() {
        story.event(
                "billing.payment.v1",
                "PaymentCreated",
                "payment-1",
                story.events.get(1).id(),
                1);
        assertThat(story.check()).isEmpty();
    }

    @Test
    void findsAnEventOfAFactThatIsNotTrue() {
        story.event("account.link.v1", "AccountLinked", "link-9", "event-link-9", 1);
        assertThat(story.faults()).contains(Fault.PHANTOM);
    }

    @Test
    void findsALaterVersionBeforeAnEarlierOne() {
        story.event("consent.consent.v1", "Any", "consent-1", "e-2", 2);
        story.event("consent.consent.v1", "Any", "consent-1", "e-1", 1);
        assertThat(story.faults()).containsExactly(Fault.ORDER);
    }

    @Test
    void findsMoneyThatIsMissingInOneBook() {
        for (List<Money.Entry> book :
                List.of(story.provider, story.ledger, story.posted, story.supplier, story.receipts)) {
            Money.Entry entry = book.removeFirst();
            assertThat(story.faults()).containsExactly(Fault.MONEY);
            book.add(entry);
        }
    }

    @Test
    void findsMoneyThatWasTakenTwice() {
        story.provider.add(new Money.Entry("payment-1", 12_345));
        assertThat(story.faults()).containsExactly(Fault.DOUBLED);
    }

    @Test
    void findsAnAmountThatDiffers() {
        story.supplier.set(0, new Money.Entry("payment-1", 12_344));
        assertThat(story.faults()).containsExactly(Fault.MONEY);
    }

    @Test
    void findsALedgerThatDoesNotBalance() {
        story.imbalances.add("transaction-1 RUB 1");
        assertThat(story.faults()).containsExactly(Fault.MONEY);
    }

    @Test
    void findsReadingsThatAreInOneBookOnly() {
        story.accepted.add("reading-2");
        assertThat(story.faults()).containsExactly(Fault.LOST);
        story.taken.add("reading-2");
        story.taken.add("reading-3");
        assertThat(story.faults()).containsExactly(Fault.CONTRADICTED);
    }

    @Test
    void findsAReadingThatTheSupplierTookTwice() {
        story.taken.add("reading-1");
        assertThat(story.faults()).containsExactly(Fault.DOUBLED);
    }

    @Test
    void findsANoticeThatWasNotSent() {
        Notice notice = story.notices.removeFirst();
        assertThat(story.faults()).containsExactly(Fault.NOTICE);
        story.notices.add(new Notice(notice.sourceEventId(), notice.phone(), notice.kind(), "DEAD", "GAVE_UP"));
        assertThat(story.faults()).containsExactly(Fault.NOTICE);
    }

    @Test
    void takesADecisionAgainstAnSmsOnlyWhereOneIsRight() {
        Notice told = story.notices.getFirst();
        story.notices.set(0, new Notice(told.sourceEventId(), told.phone(), told.kind(), "SUPPRESSED", "LETTER_ONLY"));
        assertThat(story.faults()).containsExactly(Fault.NOTICE);
        story.notices.set(0, told);

        story.fact("billing.payment.v1", "PaymentPosted", "payment-1", 4);
        assertThat(story.faults()).as("nobody has decided").containsExactly(Fault.NOTICE);
        Notice kept = new Notice(story.events.getLast().id(), Story.PHONE, "any", "SUPPRESSED", "LETTER_ONLY");
        story.notices.add(kept);
        assertThat(story.check()).isEmpty();
    }

    @Test
    void findsANoticeThatNeverReachedThePhone() {
        story.phones.put(Story.PHONE, 1L);
        assertThat(story.faults()).containsExactly(Fault.NOTICE);
    }

    @Test
    void letsMessagesComeTwiceOnlyAsOftenAsCrashesExplain() {
        story.phones.merge(Story.PHONE, 2L, Long::sum);
        assertThat(story.faults()).containsExactly(Fault.NOTICE);
        story.repeatsAllowed = 2;
        assertThat(story.check()).isEmpty();
    }

    @Test
    void findsWhatNobodyWillFinish() {
        story.leftovers.add("billing: 1 dead rows of the outbox");
        assertThat(story.faults()).containsExactly(Fault.LEFT_OVER);
    }

    @Test
    void findsADeadLetterThatNobodyOwes() {
        story.deadLetters.add(letter("billing", "the supplier is unknown"));
        assertThat(story.faults()).containsExactly(Fault.LEFT_OVER);
    }

    @Test
    void takesTheDeadLettersThatAreOwedAndNoOthers() {
        story.owed.add(letter("billing", "NO_JSON"));
        assertThat(story.faults()).as("none is there").containsExactly(Fault.LEFT_OVER);
        story.deadLetters.add(letter("notification", "not JSON"));
        assertThat(story.check()).as("another consumer's").hasSize(2);
        story.deadLetters.set(0, letter("billing", "not JSON"));
        assertThat(story.check()).isEmpty();
        story.deadLetters.add(letter("billing", "not JSON"));
        assertThat(story.faults()).as("twice").containsExactly(Fault.LEFT_OVER);
    }

    @Test
    void findsADeadLetterWithoutAReason() {
        story.owed.add(letter("billing", "NO_JSON"));
        story.deadLetters.add(letter("billing", " "));
        assertThat(story.faults()).containsExactly(Fault.LEFT_OVER);
    }

    private static DeadLetter letter(String service, String reason) {
        return new DeadLetter(service, "linkEvents", "account.link.v1-3@17", reason);
    }
}
