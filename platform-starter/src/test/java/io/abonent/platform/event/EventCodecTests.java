package io.abonent.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.abonent.contracts.Event;
import io.abonent.contracts.EventType;
import io.abonent.contracts.account.AccountLinked;
import io.abonent.platform.sample.LinkEvents;
import io.abonent.platform.testkit.TestEvents;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventCodecTests {

    private final EventCodec codec = new EventCodec();

    @ParameterizedTest
    @EnumSource(EventType.class)
    void readsBackWhatItWrote(EventType type) {
        Event example = TestEvents.example(type);

        assertThat(codec.read(type.record(), bytes(codec.write(example)))).isEqualTo(example);
    }

    @Test
    void writesInstantsAsTextAndLeavesNullsOut() {
        AccountLinked event = LinkEvents.of(UUID.randomUUID(), "x", 7);
        AccountLinked withoutAlias = new AccountLinked(
                event.linkId(),
                event.userId(),
                event.supplyAccountId(),
                event.supplierId(),
                event.supplierAccountRef(),
                event.accountNumberMasked(),
                event.accessLevel(),
                null,
                event.linkedAt(),
                event.version());

        assertThat(codec.write(withoutAlias))
                .contains("\"linkedAt\":\"2026-11-01T10:00:00Z\"", "\"version\":7")
                .doesNotContain("alias", "aggregateId");
    }

    @Test
    @DisplayName("F-29: an added field is ignored; an added enum value is not guessed")
    void ignoresFieldsButNotValues() {
        AccountLinked event = LinkEvents.of(UUID.randomUUID(), "x", 7);
        String json = codec.write(event);

        assertThat(codec.read(AccountLinked.class, bytes(json.replaceFirst("\\{", "{\"new\":1,"))))
                .isEqualTo(event);
        assertThatThrownBy(() -> codec.read(AccountLinked.class, bytes(json.replace("BASIC", "ROYAL"))))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    @DisplayName("F-28: a missing field is found before a handler falls over it")
    void refusesMissingFields() {
        String json = codec.write(LinkEvents.of(UUID.randomUUID(), "x", 7));

        assertThatThrownBy(() -> codec.read(AccountLinked.class, bytes(json.replace("\"userId\"", "\"user\""))))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("/userId");
        assertThatThrownBy(() -> codec.read(AccountLinked.class, bytes(json.replace("\"version\"", "\"ver\""))))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void doesNotQuoteTheValueInItsComplaint() {
        String json = codec.write(LinkEvents.of(UUID.randomUUID(), "x", 7)).replace("BASIC", "+79990001122");

        assertThatThrownBy(() -> codec.read(AccountLinked.class, bytes(json)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageNotContaining("9990001122")
                .hasNoCause();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
