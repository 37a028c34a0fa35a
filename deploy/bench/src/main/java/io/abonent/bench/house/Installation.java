package io.abonent.bench.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the programs of a house lie. Another build of a service can be put in the place of the one that is there: whoever
 * runs keeps the file it was started from, whoever starts takes the new one.
 */
public final class Installation {

    private static final Logger log = LoggerFactory.getLogger(Installation.class);
    private static final List<String> MODULES = List.of(
            "identity-service",
            "consent-service",
            "account-service",
            "billing-service",
            "notification-service",
            "web-gateway",
            "deploy/simulators",
            "deploy/local");

    private final Path place;
    private final Path older;
    private final Path newer;
    private final String commit;

    private Installation(Path place, Path older, Path newer, String commit) {
        this.place = place;
        this.older = older;
        this.newer = newer;
        this.commit = commit;
    }

    /** What was built from the sources as they are. */
    public static Installation of(Path repository) {
        return new Installation(repository, repository, repository, "");
    }

    /** What was built from the sources of an older revision; beside it, the build of today. */
    public static Installation older(Path repository, String revision, Path place)
            throws IOException, InterruptedException {
        String commit = Command.of(
                        "git",
                        "-C",
                        repository.toString(),
                        "rev-parse",
                        "--verify",
                        "--end-of-options",
                        revision + "^{commit}")
                .output();
        Path older = repository.resolve("deploy/bench/target/builds").resolve(commit);
        return new Installation(place, older, repository, commit);
    }

    Path place() {
        return place;
    }

    /** Builds what is not built, which takes minutes; nothing to do for the sources as they are. */
    public void prepare() throws IOException, InterruptedException {
        if (place.equals(older)) {
            return;
        }
        if (!Files.exists(older)) {
            build();
        }
        // The same files under other names: replacing one here leaves the other as it was.
        Command.of("cp", "-al", older.toString(), place.toString()).output();
    }

    private void build() throws IOException, InterruptedException {
        log.info("Building {} …", commit);
        Path unfinished = older.resolveSibling(commit + ".unfinished");
        Command.of("rm", "-rf", unfinished.toString()).output();
        Files.createDirectories(unfinished);
        Path sources = unfinished.resolveSibling(commit + ".tar");
        Command.of("git", "-C", newer.toString(), "archive", "--output", sources.toString(), commit)
                .output();
        Command.of("tar", "-xf", sources.toString(), "-C", unfinished.toString())
                .output();
        Files.delete(sources);
        int code = Command.of("mvn", "-q", "-DskipTests", "-pl", String.join(",", MODULES), "-am", "package")
                .shown(unfinished);
        if (code != 0) {
            throw new IllegalStateException(commit + " cannot be built");
        }
        Files.move(unfinished, older, StandardCopyOption.ATOMIC_MOVE);
    }

    public void upgrade(String service) throws IOException {
        put(service, newer);
    }

    public void rollBack(String service) throws IOException {
        put(service, older);
    }

    private void put(String service, Path build) throws IOException {
        Path jar = jar(place, service);
        Path other = jar(build, service);
        if (Files.mismatch(jar, other) < 0) {
            return;
        }
        log.info("from now on {} is {}", service, other);
        Path next = jar.resolveSibling("next");
        Files.copy(other, next, StandardCopyOption.REPLACE_EXISTING);
        Files.move(next, jar, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path jar(Path build, String service) throws IOException {
        String module = service + "-service";
        try (Stream<Path> files = Files.list(build.resolve(module).resolve("target"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(module + " is not built in " + build));
        }
    }
}
