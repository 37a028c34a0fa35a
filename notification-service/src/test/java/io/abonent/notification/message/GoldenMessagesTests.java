package io.abonent.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words of every message, letter and SMS, as files to be read; {@code -Dgolden.write=true} writes them anew. */
class GoldenMessagesTests {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private final LetterWriter letters = new LetterWriter();
    private final LetterLayout layout = new LetterLayout();
    private final SmsWriter sms = new SmsWriter();

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyMessageReadsAsAgreed(Language language) throws IOException {
        for (Map.Entry<String, Message> entry : MessageFixture.all().entrySet()) {
            compare(entry.getKey() + "." + language.locale() + ".txt", plain(entry.getValue(), language));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLetterIsSetAsAgreed(Language language) throws IOException {
        Set<MessageKind> seen = new HashSet<>();
        for (Map.Entry<String, Message> entry : MessageFixture.all().entrySet()) {
            if (seen.add(MessageKind.of(entry.getValue()))) {
                Letter letter = letters.write(entry.getValue(), MessageFixture.setting(language));
                compare(entry.getKey() + "." + language.locale() + ".html", layout.html(letter, "Абонент"));
            }
        }
    }

    @Test
    void fixtureHasEveryKindOfMessage() {
        assertThat(MessageFixture.all().values().stream().map(MessageKind::of)).contains(MessageKind.values());
        assertThat(Arrays.stream(MessageKind.values()).map(kind -> kind.type().getName()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Message.class.getPermittedSubclasses())
                        .map(Class::getName)
                        .toList());
    }

    @Test
    void bothLanguagesHaveTheSameWords() throws IOException {
        assertThat(keys("ru")).isEqualTo(keys("en"));
    }

    @Test
    void everyCategoryHasAName() {
        Words words = new Words(Language.RU);
        for (String category : new String[] {"REGISTRATION", "CONSENT", "LINKING", "PAYMENT", "READING", "OTHER"}) {
            assertThatCode(() -> words.get("category." + category)).doesNotThrowAnyException();
        }
    }

    private String plain(Message message, Language language) {
        Setting setting = MessageFixture.setting(language);
        Letter letter = letters.write(message, setting);
        String text = "Subject: " + letter.subject() + "\n\n" + layout.text(letter, "Абонент");
        return MessageKind.of(message).fitForSms() ? text + "\nSMS: " + sms.write(message, setting) + "\n" : text;
    }

    private static void compare(String name, String actual) throws IOException {
        Path file = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, actual);
        }
        assertThat(actual).as(name).isEqualTo(Files.readString(file));
    }

    private static Set<String> keys(String language) throws IOException {
        var properties = new java.util.Properties();
        try (var reader =
                Files.newBufferedReader(Path.of("src/main/resources/words/words_" + language + ".properties"))) {
            properties.load(reader);
        }
        return properties.stringPropertyNames();
    }
}
