package io.abonent.bench.sabotage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A test class, or one method of it, as sabotage files name it: {@code [module/]Class[#method]}.
 *
 * @param type simple name
 */
record TestName(String module, String type, @Nullable String method) {

    static TestName parse(String text, String module) {
        int slash = text.indexOf('/');
        int hash = text.indexOf('#');
        return new TestName(
                slash < 0 ? module : text.substring(0, slash),
                text.substring(slash + 1, hash < 0 ? text.length() : hash),
                hash < 0 ? null : text.substring(hash + 1));
    }

    Optional<Path> file(Path sources) throws IOException {
        Path tests = sources.resolve(module).resolve("src/test/java");
        try (Stream<Path> files = Files.walk(tests)) {
            List<Path> found =
                    files.filter(file -> file.endsWith(type + ".java")).toList();
            return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
        }
    }

    /** As the test runner wants it: the full name of the class, and the method behind a {@code #}. */
    String selector(Path sources) throws IOException {
        Path tests = sources.resolve(module).resolve("src/test/java");
        Path file =
                file(sources).orElseThrow(() -> new IllegalArgumentException("no such test, or two of them: " + this));
        String full = tests.relativize(file).toString().replace('/', '.').replaceFirst("\\.java$", "");
        return method == null ? full : full + "#" + method;
    }

    @Override
    public String toString() {
        return module + "/" + type + (method == null ? "" : "#" + method);
    }
}
