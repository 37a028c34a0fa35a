package io.abonent.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LetterLayoutTests {

    private static final String EVIL =
            "<script>alert('x')</script><a href=\"https://evil.example\">pay</a> ${7*7} [[${7*7}]]";

    private final LetterWriter writer = new LetterWriter();
    private final LetterLayout layout = new LetterLayout();

    @Test
    @DisplayName("F-84: what people write is text in the letter, never markup or template")
    void escapesWhatPeopleWrite() {
        Letter letter = letter(EVIL, EVIL);
        assertThat(layout.html(letter, EVIL))
                .doesNotContain("<script")
                .doesNotContain("<a href=\"https://evil.example\"")
                .doesNotContain(" 49 ")
                .contains("&lt;script&gt;");
        assertThat(layout.text(letter, "Абонент")).contains(EVIL);
    }

    @Test
    void showsCodeAndLinkInBothForms() {
        Letter letter = writer.write(MessageFixture.named("confirm-contact"), MessageFixture.setting(Language.RU));
        assertThat(layout.html(letter, "Абонент"))
                .contains("042917")
                .contains("href=\"http://localhost:8081/confirm?token=a-b_c&amp;x=1\"");
        assertThat(layout.text(letter, "Абонент"))
                .contains("042917")
                .contains("http://localhost:8081/confirm?token=a-b_c&x=1");
    }

    @Test
    void subjectsNeverShowTheCode() {
        Letter letter = writer.write(MessageFixture.named("confirm-contact"), MessageFixture.setting(Language.RU));
        assertThat(letter.subject()).doesNotContain("042917");
    }

    @Test
    void leavesOutTheSupplierWhoIsNotKnownYet() {
        Setting unknown =
                new Setting(Language.RU, MessageFixture.setting(Language.RU).zone(), null, MessageFixture.NOW);
        Letter letter = writer.write(MessageFixture.named("account-connected-own"), unknown);
        assertThat(letter.rows()).extracting(Letter.Row::label).doesNotContain("Поставщик");
    }

    @Test
    void usesNoStyleSheetPictureOrScriptFromElsewhere() {
        String html = layout.html(letter("Газ Тест", "Вопрос"), "Абонент");
        assertThat(html).doesNotContain("<link").doesNotContain("<img").doesNotContain("<style");
    }

    private static Letter letter(String value, String quote) {
        return new Letter(
                Language.RU,
                "Тема",
                "Заголовок",
                List.of("Первый", "Второй"),
                null,
                null,
                List.of(new Letter.Row("Поставщик", value)),
                quote,
                List.of("Примечание"));
    }
}
