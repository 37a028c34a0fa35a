package io.abonent.bench.sabotage;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Puts a sabotage into the copy, compiles the changed files, and takes it out again. */
final class Saboteur {

    private static final String MAIN_JAVA = "src/main/java/";
    private static final String MAIN_RESOURCES = "src/main/resources/";

    private final Workshop workshop;
    private final Path classes;

    Saboteur(Workshop workshop) {
        this.workshop = workshop;
        this.classes = workshop.directory().resolve("classes");
    }

    /** Work with the sabotaged class path; the sources in the copy are sabotaged too, some tests read them. */
    interface Work {
        Result with(List<Path> classPath) throws IOException, InterruptedException;
    }

    Result during(Sabotage sabotage, String testModule, Work work) throws IOException, InterruptedException {
        Map<Path, String> changed;
        try {
            changed = sabotage.applyTo(workshop.sources());
        } catch (StaleSabotage stale) {
            return new Result(sabotage, Verdict.STALE, "", String.valueOf(stale.getMessage()), 0);
        }
        Path compiled = workshop.sources().resolve(sabotage.module()).resolve("target/classes");
        copy(compiled, classes);
        List<Path> classPath = workshop.classPath(testModule).stream()
                .map(path -> path.equals(compiled) ? classes : path)
                .toList();
        for (Path file : changed.keySet()) {
            Path original = workshop.originals().resolve(workshop.sources().relativize(file));
            Files.createDirectories(original.getParent());
            Files.copy(file, original, StandardCopyOption.REPLACE_EXISTING);
        }
        try {
            for (Map.Entry<Path, String> file : changed.entrySet()) {
                Files.writeString(file.getKey(), file.getValue());
            }
            String complaint = compile(sabotage, changed);
            return complaint.isEmpty() ? work.with(classPath) : new Result(sabotage, Verdict.BROKEN, "", complaint, 0);
        } finally {
            workshop.restore();
        }
    }

    private String compile(Sabotage sabotage, Map<Path, String> changed) throws IOException {
        Path module = workshop.sources().resolve(sabotage.module());
        for (Map.Entry<Path, String> file : changed.entrySet()) {
            String name = module.relativize(file.getKey()).toString();
            if (name.startsWith(MAIN_RESOURCES)) {
                Files.writeString(classes.resolve(name.substring(MAIN_RESOURCES.length())), file.getValue());
            }
        }
        List<Path> java = changed.keySet().stream()
                .filter(file -> module.relativize(file).toString().startsWith(MAIN_JAVA))
                .toList();
        return java.isEmpty() ? "" : javac(sabotage, java);
    }

    private String javac(Sabotage sabotage, List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path original = workshop.sources().resolve(sabotage.module()).resolve("target/classes");
        String classPath = workshop.classPath(sabotage.module()).stream()
                .map(path -> path.equals(original) ? classes : path)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean good = compiler.getTask(
                            complaints,
                            manager,
                            null,
                            List.of("-d", classes.toString(), "-cp", classPath, "-parameters", "-proc:none", "-nowarn"),
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
            return good ? "" : complaints.toString().lines().limit(3).collect(Collectors.joining(" "));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        delete(to);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
