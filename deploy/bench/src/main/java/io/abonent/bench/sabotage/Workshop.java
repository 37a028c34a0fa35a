package io.abonent.bench.sabotage;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A copy of the checkout, compiled once; sabotages are done here and nowhere else. It is kept: the next run copies and
 * compiles only what has changed.
 */
final class Workshop {

    private static final String CLASS_PATH = "target/test.classpath";

    /** Without the starter, as its build runs it: only what is packed of it (docs/decisions/0011). */
    private static final String PLAIN = "web-gateway";

    private static final String STARTER = "platform-starter";

    private final Path repository;
    private final Path directory;

    Workshop(Path repository) {
        this.repository = repository;
        this.directory = repository.resolve("target/sabotage");
    }

    Path sources() {
        return directory.resolve("sources");
    }

    Path directory() {
        return directory;
    }

    /** Where a sabotage keeps the files as they were; what lies there at the start is of a run that was ended. */
    Path originals() {
        return directory.resolve("originals");
    }

    void open(Set<String> modules) throws IOException, InterruptedException {
        restore();
        boolean changed = copy();
        boolean compiled = modules.stream()
                .allMatch(module -> Files.exists(sources().resolve(module).resolve(CLASS_PATH)));
        if (changed || !compiled) {
            compile(modules);
        }
    }

    void restore() throws IOException {
        if (!Files.isDirectory(originals())) {
            return;
        }
        try (Stream<Path> files = Files.walk(originals())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path relative = originals().relativize(file);
                Files.move(file, sources().resolve(relative), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** @return what the module's tests run with, the classes of the module itself first */
    List<Path> classPath(String module) throws IOException {
        Path target = sources().resolve(module).resolve("target");
        List<Path> path = new ArrayList<>(List.of(target.resolve("test-classes"), target.resolve("classes")));
        String libraries = Files.readString(sources().resolve(module).resolve(CLASS_PATH));
        Arrays.stream(libraries.strip().split(File.pathSeparator)).map(Path::of).forEach(path::add);
        if (module.equals(PLAIN)) {
            path.removeIf(entry -> entry.startsWith(sources().resolve(STARTER)) && Files.isDirectory(entry));
        }
        return path;
    }

    /** What is in the work tree, also what is not committed yet; not what Git ignores. */
    private boolean copy() throws IOException, InterruptedException {
        Set<Path> wanted = new HashSet<>();
        boolean changed = false;
        for (String name : files()) {
            Path from = repository.resolve(name);
            Path to = sources().resolve(name);
            if (!Files.isRegularFile(from)) {
                continue;
            }
            wanted.add(to);
            if (!Files.exists(to) || Files.mismatch(from, to) >= 0) {
                Files.createDirectories(to.getParent());
                Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
                changed |= isBuilt(name);
            }
        }
        return forget(wanted) || changed;
    }

    private List<String> files() throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "ls-files", "--cached", "--others", "--exclude-standard")
                .directory(repository.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> names;
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(git.getInputStream(), StandardCharsets.UTF_8))) {
            names = reader.lines().toList();
        }
        if (git.waitFor() != 0) {
            throw new IOException("git ls-files failed in " + repository);
        }
        return names;
    }

    /** Documents and the bench itself are copied for tests that read them. */
    private static boolean isBuilt(String name) {
        return name.endsWith("pom.xml") || (name.contains("/src/") && !name.startsWith("deploy"));
    }

    /** Only below {@code src}: what the build makes lies beside it. */
    private boolean forget(Set<Path> wanted) throws IOException {
        boolean gone = false;
        try (Stream<Path> files = Files.walk(sources())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = sources().relativize(file).toString();
                if (name.contains("/src/") && !name.contains("/target/") && !wanted.contains(file)) {
                    Files.delete(file);
                    gone |= isBuilt(name);
                }
            }
        }
        return gone;
    }

    private void compile(Set<String> modules) throws IOException, InterruptedException {
        ProcessBuilder maven = new ProcessBuilder(
                "mvn",
                "-q",
                "-B",
                "-f",
                sources().resolve("pom.xml").toString(),
                "-pl",
                String.join(",", modules),
                "-am",
                "-Dspotless.check.skip",
                "-Dcheckstyle.skip",
                "test-compile",
                "dependency:build-classpath",
                "-Dmdep.includeScope=test",
                "-Dmdep.outputFile=" + CLASS_PATH);
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        int code = maven.redirectErrorStream(true)
                .redirectOutput(directory.resolve("compile.log").toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("the untouched sources do not compile, see " + directory.resolve("compile.log"));
        }
    }
}
