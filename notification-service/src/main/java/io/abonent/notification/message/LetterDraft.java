package io.abonent.notification.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the words of one kind of letter: {@code <kind>.subject}, {@code .heading}, {@code .lead}, {@code .note}. */
final class LetterDraft {

    private final String kind;
    private final Setting setting;
    private final Object[] arguments;
    private final Words words;
    private final Figures figures;
    private final List<String> paragraphs = new ArrayList<>();
    private final List<Letter.Row> rows = new ArrayList<>();
    private @Nullable String code;
    private Letter.@Nullable Button button;
    private @Nullable String quote;

    LetterDraft(String kind, Setting setting, Object... arguments) {
        this.kind = kind;
        this.setting = setting;
        this.arguments = arguments;
        this.words = new Words(setting.language());
        this.figures = new Figures(setting);
        paragraphs.add(word("lead"));
    }

    String word(String suffix) {
        return words.get(kind + "." + suffix, arguments);
    }

    LetterDraft paragraph(String suffix) {
        paragraphs.add(word(suffix));
        return this;
    }

    LetterDraft row(String label, String value) {
        rows.add(new Letter.Row(words.get("row." + label), value));
        return this;
    }

    LetterDraft moment(Instant instant) {
        return row("moment", figures.moment(instant));
    }

    LetterDraft supplier() {
        return setting.supplierName() == null ? this : row("supplier", setting.supplierName());
    }

    LetterDraft category(String category) {
        return row("category", words.has("category." + category) ? words.get("category." + category) : category);
    }

    LetterDraft code(String value) {
        this.code = value;
        return this;
    }

    LetterDraft button(String url) {
        this.button = new Letter.Button(word("button"), url);
        return this;
    }

    LetterDraft quote(String text) {
        this.quote = text;
        return this;
    }

    Letter letter() {
        List<String> notes = new ArrayList<>();
        if (words.has(kind + ".note")) {
            notes.add(word("note"));
        }
        notes.add(words.get("letter.automatic"));
        return new Letter(
                setting.language(),
                word("subject"),
                word("heading"),
                List.copyOf(paragraphs),
                code,
                button,
                List.copyOf(rows),
                quote,
                notes);
    }
}
