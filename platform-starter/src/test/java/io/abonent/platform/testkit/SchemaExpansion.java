package io.abonent.platform.testkit;

import static io.abonent.platform.testkit.SchemaFacts.COLUMN;
import static io.abonent.platform.testkit.SchemaFacts.MIGRATION;
import static io.abonent.platform.testkit.SchemaFacts.RULE;
import static io.abonent.platform.testkit.SchemaFacts.TABLE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether every statement of the release before still means the same: what it reads is there with its type, what it
 * writes is allowed, what it leaves out has a default. While a release rolls out, and after it was rolled back, the code
 * before works on the schema after.
 */
final class SchemaExpansion {

    private static final String NOT_NULL = " not null";
    /** Widening that neither a reader nor a writer notices. */
    private static final Map<String, Set<String>> WIDER = Map.of("character varying", Set.of("text"));

    private final Map<String, String> before;
    private final Map<String, String> now;
    private final List<String> breaks = new ArrayList<>();

    private SchemaExpansion(SchemaFacts before, SchemaFacts now) {
        this.before = before.lines();
        this.now = now.lines();
    }

    /** @return what the release before would stumble over; {@code unused} it has let go of already */
    static List<String> breaks(SchemaFacts before, SchemaFacts now, Set<String> unused) {
        SchemaExpansion expansion = new SchemaExpansion(before, now);
        expansion.before.keySet().stream()
                .filter(fact -> !unused.contains(fact))
                .filter(fact -> !fact.contains(".") || !unused.contains(TABLE + SchemaFacts.tableOf(fact)))
                .forEach(expansion::compare);
        expansion.now.keySet().stream()
                .filter(fact -> !expansion.before.containsKey(fact))
                .forEach(expansion::added);
        return expansion.breaks;
    }

    private void compare(String fact) {
        String was = before.getOrDefault(fact, "");
        String is = now.get(fact);
        if (is == null) {
            if (!fact.startsWith(RULE) || isUnique(was)) {
                breaks.add(fact + ": gone");
            }
        } else if (fact.startsWith(COLUMN)) {
            column(fact, was, is);
        } else if (!was.equals(is)) {
            breaks.add(fact + (fact.startsWith(MIGRATION) ? ": changed after its release" : ": changed"));
        }
    }

    private void column(String fact, String was, String is) {
        if (!type(was).equals(type(is))
                && !WIDER.getOrDefault(type(was).replaceAll("\\(.*", ""), Set.of())
                        .contains(type(is))) {
            breaks.add(fact + ": type changed");
        }
        if (!was.contains(NOT_NULL) && is.contains(NOT_NULL)) {
            breaks.add(fact + ": may no longer be null");
        }
        if (!value(was).isEmpty() && !value(was).equals(value(is))) {
            breaks.add(fact + ": no longer " + value(was));
        }
        if (value(was).isEmpty() && value(is).startsWith("always")) {
            breaks.add(fact + ": may no longer be written");
        }
    }

    private void added(String fact) {
        if (fact.startsWith(MIGRATION) || fact.startsWith(TABLE) || !isReleased(SchemaFacts.tableOf(fact))) {
            return;
        }
        String is = now.getOrDefault(fact, "");
        if (fact.startsWith(COLUMN)) {
            if (is.contains(NOT_NULL) && value(is).isEmpty()) {
                breaks.add(fact + ": new, not null and without a default");
            }
        } else if (!concernsNewColumnsOnly(SchemaFacts.tableOf(fact), is)) {
            breaks.add(fact + ": new, and narrows what may be written");
        }
    }

    private boolean isReleased(String table) {
        return before.containsKey(TABLE + table);
    }

    /** A rule begins with its columns: {@code [kind, number] CHECK …}. */
    private boolean concernsNewColumnsOnly(String table, String rule) {
        String columns = rule.substring(1, rule.indexOf(']'));
        return !columns.isEmpty()
                && Arrays.stream(columns.split(", "))
                        .map(column -> COLUMN + table + "." + column)
                        .allMatch(column -> !before.containsKey(column)
                                && (!isUnique(rule)
                                        || !now.getOrDefault(column, NOT_NULL).contains(NOT_NULL)));
    }

    /** Also what {@code on conflict} needs to be there. */
    private static boolean isUnique(String rule) {
        return rule.contains("PRIMARY KEY") || rule.contains("UNIQUE");
    }

    private static String type(String column) {
        return column.replaceAll(" (not null|default|by default|always as identity|always generated)(?=$| )", "");
    }

    /** Where a value comes from that was not given. */
    private static String value(String column) {
        return column.replaceAll("^.*?(default|by default|always as identity|always generated)?$", "$1");
    }
}
