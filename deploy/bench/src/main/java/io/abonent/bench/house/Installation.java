package io.abonent.bench.house;

import io.abonent.bench.world.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the programs of a house lie. Another build of a service can be put in the place of the one that is there: whoever
 * runs goes on with what it was started from, whoever starts takes the new one.
 */
public final class Installation {

    private static final Logger log = LoggerFactory.getLogger(Installation.class);
    /** What {@code ./abonent up} needs of a repository, beside the services. */
    private static final List<String> PARTS = List.of(
            "abonent",
            "pom.xml",
            "event-contracts",
            "platform-starter",
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

    /** Services as they were at an older revision, with the launcher, the simulators and the gateway of today. */
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
        if (place.equals(newer)) {
            return;
        }
        if (!Files.exists(older)) {
            build();
        }
        for (String part : PARTS) {
            copy(part);
        }
        for (String service : Databases.SERVICES) {
            copy(module(service));
            rollBack(service);
        }
    }

    /** The same files under other names: replacing one here leaves the other as it was. */
    private void copy(String part) throws IOException, InterruptedException {
        Path copy = place.resolve(part);
        Files.createDirectories(copy.resolveSibling(""));
        Command.of("cp", "-al", newer.resolve(part).toString(), copy.toString()).output();
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
        String services = Databases.SERVICES.stream().map(Installation::module).collect(Collectors.joining(","));
        int code = Command.of("mvn", "-q", "-DskipTests", "-pl", services, "-am", "package")
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

    /** What {@link #prepare} made for one run; what was built stays for the next. */
    void remove() throws IOException, InterruptedException {
        if (!place.equals(newer)) {
            Command.of("rm", "-rf", place.toString()).output();
        }
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
        String module = module(service);
        try (Stream<Path> files = Files.list(build.resolve(module).resolve("target"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(module + " is not built in " + build));
        }
    }

    private static String module(String service) {
        return service + "-service";
    }
}
