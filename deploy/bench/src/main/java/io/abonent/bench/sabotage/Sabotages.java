package io.abonent.bench.sabotage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads {@code deploy/bench/sabotage/MODULE/NAME.txt}: lines {@code title}, {@code row}, {@code tests}, then for each place
 * a line {@code file} and the text to look for and the text to put there, between {@code <<<<}, {@code ====} and
 * {@code >>>>}.
 */
final class Sabotages {

    static final String DIRECTORY = "deploy/bench/sabotage";

    private Sabotages() {}

    static List<Sabotage> read(Path repository) throws IOException {
        try (Stream<Path> files = Files.walk(repository.resolve(DIRECTORY))) {
            List<Sabotage> all = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                String module = String.valueOf(file.getName(file.getNameCount() - 2));
                String name = String.valueOf(file.getFileName()).replaceFirst("\\.txt$", "");
                all.add(parse(name, module, Files.readAllLines(file)));
            }
            return all;
        }
    }

    /** @throws IllegalArgumentException if something is missing or unknown */
    static Sabotage parse(String name, String module, List<String> lines) {
        Map<String, String> head = new HashMap<>();
        List<Edit> edits = new ArrayList<>();
        int line = 0;
        while (line < lines.size()) {
            String text = lines.get(line);
            if (text.equals("<<<<")) {
                int middle = find(lines, "====", line, name);
                int end = find(lines, ">>>>", middle, name);
                edits.add(
                        new Edit(required(head, "file", name), block(lines, line, middle), block(lines, middle, end)));
                line = end;
            } else if (!text.isBlank()) {
                int colon = text.indexOf(": ");
                if (colon < 0 || !List.of("title", "row", "tests", "file").contains(text.substring(0, colon))) {
                    throw new IllegalArgumentException(name + ": what is this: " + text);
                }
                head.put(text.substring(0, colon), text.substring(colon + 2).strip());
            }
            line++;
        }
        if (edits.isEmpty()) {
            throw new IllegalArgumentException(name + " changes nothing");
        }
        List<TestName> tests = Stream.of(required(head, "tests", name).split(", *"))
                .map(test -> TestName.parse(test, module))
                .toList();
        return new Sabotage(
                name, required(head, "title", name), required(head, "row", name), module, tests, List.copyOf(edits));
    }

    private static String block(List<String> lines, int before, int after) {
        return String.join("\n", lines.subList(before + 1, after));
    }

    private static int find(List<String> lines, String mark, int after, String name) {
        for (int line = after + 1; line < lines.size(); line++) {
            if (lines.get(line).equals(mark)) {
                return line;
            }
        }
        throw new IllegalArgumentException(name + ": " + mark + " is missing");
    }

    private static String required(Map<String, String> head, String key, String name) {
        String value = head.get(key);
        if (value == null) {
            throw new IllegalArgumentException(name + " has no " + key);
        }
        return value;
    }
}
