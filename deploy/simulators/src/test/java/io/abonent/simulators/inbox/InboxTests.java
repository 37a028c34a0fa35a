package io.abonent.simulators.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.simulators.Calls;
import io.abonent.simulators.Calls.Reply;
import io.abonent.simulators.RunningSimulators;
import io.abonent.simulators.inbox.MessageCard.Kind;
import io.abonent.simulators.inbox.MessageCard.Piece;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboxTests {

    private final Calls anybody = RunningSimulators.shared().calls();

    @Test
    void programsGetJsonAndPeopleGetAPage() throws IOException {
        Reply json = anybody.get("/messages");
        Reply page = anybody.with("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .get("/messages?to=%2B79160000000");

        assertThat(json.json().isArray()).isTrue();
        assertThat(page.response().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(page.body()).contains("Сообщений пока нет", "http-equiv=\"refresh\"", "+79160000000");
        assertThat(anybody.get("/messages/nothing").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "+79161234567,+79161234567",
        "' 79161234567',+79161234567",
        "8 (916) 123-45-67,+79161234567",
        "79161234567,+79161234567",
        "Ivan@Example.COM,ivan@example.com",
        "ivan gas@example.com,ivan+gas@example.com"
    })
    void everyWayToWriteARecipientMeansTheSame(String written, String canonical) {
        assertThat(Recipient.canonical(written)).isEqualTo(canonical);
    }

    @Test
    void findsCodesAndLinks() {
        assertThat(MessageCard.pieces("Ваш код: 482913. Или http://h/confirm?token=a-b_c."))
                .containsExactly(
                        new Piece(Kind.TEXT, "Ваш код: "),
                        new Piece(Kind.CODE, "482913"),
                        new Piece(Kind.TEXT, ". Или "),
                        new Piece(Kind.LINK, "http://h/confirm?token=a-b_c"),
                        new Piece(Kind.TEXT, "."));
    }

    @Test
    void sumsAndDatesAreNoCodes() {
        assertThat(MessageCard.pieces("Платёж 1234,56 ₽ по счёту 23185952 принят 22.11.2026"))
                .extracting(Piece::kind)
                .containsOnly(Kind.TEXT);
        assertThat(MessageCard.pieces("Код 4821, сумма 1234,56, дата 22.11.2026"))
                .filteredOn(piece -> piece.kind() == Kind.CODE)
                .extracting(Piece::text)
                .containsExactly("4821");
    }
}
