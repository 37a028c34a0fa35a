package io.abonent.platform.testkit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What code can rely on in a database, a line each, sorted: migrations, tables, columns, rules (constraints and unique
 * indexes). {@code column link.alias: text}.
 */
record SchemaFacts(Map<String, String> lines) {

    static final String MIGRATION = "migration ";
    static final String TABLE = "table ";
    static final String COLUMN = "column ";
    static final String RULE = "rule ";

    static SchemaFacts parse(List<String> text) {
        Map<String, String> lines = new TreeMap<>();
        for (String line : text) {
            int colon = line.indexOf(": ");
            lines.put(line.substring(0, colon), line.substring(colon + 2));
        }
        return new SchemaFacts(lines);
    }

    String text() {
        return lines.entrySet().stream()
                .map(line -> line.getKey() + ": " + line.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** Of a column or a rule: what stands before the first dot. */
    static String tableOf(String fact) {
        return fact.substring(fact.indexOf(' ') + 1, fact.indexOf('.'));
    }
}
