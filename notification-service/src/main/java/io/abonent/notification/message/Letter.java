package io.abonent.notification.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter before it is set in type: every string is plain text and is escaped by the layout.
 *
 * @param code shown large, to be typed
 * @param rows facts, one to a line
 * @param quote somebody else's words, kept apart from ours
 */
public record Letter(
        Language language,
        String subject,
        String heading,
        List<String> paragraphs,
        @Nullable String code,
        @Nullable Button button,
        List<Row> rows,
        @Nullable String quote,
        List<String> notes) {

    public record Row(String label, String value) {}

    public record Button(String label, String url) {}

    @Override
    public String toString() {
        return "Letter[" + heading + "]";
    }
}
