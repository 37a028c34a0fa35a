package io.abonent.bench.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Rows by table, entries by journal, each as text and sorted: two of them say what has changed in between. */
public record Snapshot(Map<String, List<String>> books) {

    private static final int SHOWN = 3;
    private static final int LONGEST = 400;

    public Snapshot {
        books = books.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        book -> book.getValue().stream().sorted().toList(),
                        (one, _) -> one,
                        TreeMap::new));
    }

    /** One line for each book: how much is in it, and the hash over all of it. */
    public List<String> hashes() {
        return books.entrySet().stream()
                .map(book ->
                        "%s: %d, %s".formatted(book.getKey(), book.getValue().size(), hash(book.getValue())))
                .toList();
    }

    private static String hash(List<String> lines) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String line : lines) {
                digest.update((line + '\n').getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One text for each book that is not what it was, with a few of the lines that went and came. */
    public List<String> changesUntil(Snapshot later) {
        TreeSet<String> names = new TreeSet<>(books.keySet());
        names.addAll(later.books.keySet());
        List<String> changes = new ArrayList<>();
        for (String name : names) {
            List<String> before = books.getOrDefault(name, List.of());
            List<String> after = later.books.getOrDefault(name, List.of());
            if (!before.equals(after)) {
                changes.add(change(name, without(before, after), without(after, before)));
            }
        }
        return changes;
    }

    private static String change(String name, List<String> gone, List<String> come) {
        return "%s: %d gone %s, %d come %s".formatted(name, gone.size(), some(gone), come.size(), some(come));
    }

    private static List<String> some(List<String> lines) {
        return lines.stream()
                .limit(SHOWN)
                .map(line -> line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…")
                .toList();
    }

    /** As bags: what is there twice and was there once is one more. */
    private static List<String> without(List<String> lines, List<String> others) {
        Map<String, Integer> left = new HashMap<>();
        others.forEach(line -> left.merge(line, 1, Integer::sum));
        return lines.stream()
                .filter(line -> left.merge(line, -1, Integer::sum) < 0)
                .toList();
    }
}
