package io.abonent.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SmsWriterTests {

    private static final int CYRILLIC_SEGMENT = 70;
    private static final int LATIN_SEGMENT = 160;
    private static final Pattern SUM = Pattern.compile("₽|RUB|1.?234[.,]56");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{7,}");

    private final SmsWriter writer = new SmsWriter();

    @ParameterizedTest
    @EnumSource(Language.class)
    void everySmsFitsOneSegment(Language language) {
        for (Map.Entry<String, Message> entry : MessageFixture.all().entrySet()) {
            MessageKind kind = MessageKind.of(entry.getValue());
            // The address of a receipt is not ours to shorten.
            if (kind.fitForSms() && kind != MessageKind.RECEIPT_ISSUED) {
                assertThat(write(entry.getValue(), language).length())
                        .as(entry.getKey())
                        .isLessThanOrEqualTo(language == Language.RU ? CYRILLIC_SEGMENT : LATIN_SEGMENT);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noSmsShowsASumOrAFullAccountNumber(Language language) {
        for (Map.Entry<String, Message> entry : MessageFixture.all().entrySet()) {
            MessageKind kind = MessageKind.of(entry.getValue());
            if (kind.fitForSms() && kind != MessageKind.RECEIPT_ISSUED) {
                assertThat(write(entry.getValue(), language))
                        .as(entry.getKey())
                        .doesNotContainPattern(SUM)
                        .doesNotContainPattern(LONG_NUMBER);
            }
        }
    }

    @Test
    void verificationTellsTheCodeAndHowLongItIsGood() {
        assertThat(write(MessageFixture.named("confirm-contact"), Language.RU))
                .isEqualTo("Код 042917. Действует 10 мин. Никому его не сообщайте.");
    }

    @Test
    void refusesAVerificationWithoutCode() {
        Message waiting = new Message.ConfirmContact(null, null, MessageFixture.NOW);
        assertThatThrownBy(() -> write(waiting, Language.RU)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesMessagesThatAreLettersOnly() {
        Message credited = MessageFixture.named("payment-credited");
        assertThatThrownBy(() -> write(credited, Language.RU)).isInstanceOf(IllegalArgumentException.class);
    }

    private String write(Message message, Language language) {
        return writer.write(message, MessageFixture.setting(language));
    }
}
