package io.abonent.gateway.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A document's plain text as parts of a page; nothing of it is left out or changed. Its first line is the title, blank
 * lines divide it, a numbered first line of a part is its heading, lines with a dash are a list.
 */
public record DocumentText(List<Part> parts) {

    private static final Pattern HEADING = Pattern.compile("\\d+\\. \\P{Punct}{1,80}");
    private static final String DASH = "— ";

    public record Part(@Nullable String heading, List<Block> blocks) {}

    /** @param list lines that begin with a dash, without it; else one line each */
    public record Block(boolean list, List<String> lines) {}

    static DocumentText of(String text) {
        List<String> chunks = List.of(text.strip().split("\\n\\s*\\n", -1));
        return new DocumentText(chunks.stream().skip(1).map(DocumentText::part).toList());
    }

    private static Part part(String chunk) {
        List<String> lines = chunk.strip().lines().map(String::strip).toList();
        boolean headed = lines.size() > 1 && HEADING.matcher(lines.getFirst()).matches();
        return new Part(headed ? lines.getFirst() : null, blocks(headed ? lines.subList(1, lines.size()) : lines));
    }

    private static List<Block> blocks(List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        List<String> list = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(DASH)) {
                list.add(line.substring(DASH.length()));
                continue;
            }
            if (!list.isEmpty()) {
                blocks.add(new Block(true, List.copyOf(list)));
                list.clear();
            }
            blocks.add(new Block(false, List.of(line)));
        }
        if (!list.isEmpty()) {
            blocks.add(new Block(true, List.copyOf(list)));
        }
        return blocks;
    }
}
