package io.abonent.bench.sabotage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * @param by the test that caught it
 * @param detail how it caught it, or why it could not
 */
record Result(Sabotage sabotage, Verdict verdict, String by, String detail, double seconds) {

    static String table(List<Result> results) {
        List<String> lines = new ArrayList<>();
        lines.add("| Module | Sabotage | What it breaks | Row | Verdict | Test that caught it | s |");
        lines.add("|---|---|---|---|---|---|---|");
        for (Result result : results) {
            Sabotage sabotage = result.sabotage();
            lines.add("| %s | `%s` | %s | %s | %s | %s | %.0f |"
                    .formatted(
                            sabotage.module(),
                            sabotage.name(),
                            sabotage.title(),
                            sabotage.row(),
                            result.verdict() == Verdict.CAUGHT
                                    ? "caught"
                                    : "**" + result.verdict().name().toLowerCase(Locale.ROOT) + "**",
                            result.verdict() == Verdict.CAUGHT ? "`" + result.by() + "`" : result.detail(),
                            result.seconds()));
        }
        return String.join("\n", lines) + "\n";
    }
}
