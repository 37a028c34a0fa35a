package io.abonent.bench.sabotage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One way to break the product.
 *
 * @param title what is broken, in words
 * @param row of the catalogue of failures, or of one of its check lists
 * @param tests at least one of them must fail
 */
record Sabotage(String name, String title, String row, String module, List<TestName> tests, List<Edit> edits) {

    /** Every file as it would be, none of them written. */
    Map<Path, String> applyTo(Path sources) throws IOException, StaleSabotage {
        Map<Path, String> changed = new LinkedHashMap<>();
        for (Edit edit : edits) {
            Path file = sources.resolve(module).resolve(edit.file());
            if (!changed.containsKey(file)) {
                if (!Files.isRegularFile(file)) {
                    throw new StaleSabotage("no such file: " + edit.file());
                }
                changed.put(file, Files.readString(file));
            }
            changed.put(file, edit.applyTo(changed.getOrDefault(file, "")));
        }
        return changed;
    }
}
