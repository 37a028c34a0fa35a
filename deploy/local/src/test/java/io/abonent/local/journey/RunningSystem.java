package io.abonent.local.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The whole system, started once for all tests of a JVM by the command a newcomer types, in a home and on ports of its own.
 * Other modules start theirs with the properties {@code abonent.journey.offset} and {@code abonent.journey.home}, or name
 * the {@code abonent.journey.address} of one that runs already, on the ports of the README and with Kafka on its own.
 */
public final class RunningSystem {

    private static final String ADDRESS = System.getProperty("abonent.journey.address", "");
    private static final int OFFSET = ADDRESS.isEmpty() ? Integer.getInteger("abonent.journey.offset", 10_000) : 0;
    private static final String HOME = System.getProperty("abonent.journey.home", "deploy/local/target/journey-home");
    private static final RunningSystem INSTANCE = start();

    private final Path repository;
    private final Path home;

    private RunningSystem(Path repository, Path home) {
        this.repository = repository;
        this.home = home;
    }

    public static RunningSystem instance() {
        return INSTANCE;
    }

    /** The cabinet. */
    public String gateway() {
        return url(8080);
    }

    public String identity() {
        return url(8081);
    }

    public String consent() {
        return url(8082);
    }

    public String account() {
        return url(8083);
    }

    public String billing() {
        return url(8084);
    }

    public String notification() {
        return url(8085);
    }

    public String simulators() {
        return url(8090);
    }

    /** A service's database, as its administrator. */
    public String database(String service) {
        return "jdbc:postgresql://localhost:" + (15432 + OFFSET) + "/" + service + "?user=postgres";
    }

    String kafka() {
        return ADDRESS.isEmpty() ? "localhost:" + (19092 + OFFSET) : ADDRESS + ":9092";
    }

    /** A script that was written for the default ports. */
    String onItsPorts(String script) {
        return Pattern.compile("localhost:(80(?:8[1-5]|90))(?!\\d)")
                .matcher(script)
                .replaceAll(match -> "localhost:" + (Integer.parseInt(match.group(1)) + OFFSET));
    }

    private static String url(int port) {
        return "http://" + (ADDRESS.isEmpty() ? "localhost" : ADDRESS) + ":" + (port + OFFSET);
    }

    private static RunningSystem start() {
        try {
            Path repository = repository();
            Path home = repository.resolve(HOME);
            RunningSystem system = new RunningSystem(repository, home);
            if (!ADDRESS.isEmpty()) {
                return system;
            }
            system.abonent("reset");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> system.abonent("down")));
            system.abonent("up");
            return system;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of the processes, to be stopped or killed by a test. */
    public ProcessHandle process(String name) {
        try (Stream<String> rows = Files.lines(home.resolve("run/status"))) {
            return rows.map(row -> row.split("\t"))
                    .filter(row -> row[0].equals(name))
                    .findFirst()
                    .flatMap(row -> ProcessHandle.of(Long.parseLong(row[1])))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void abonent(String command) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(repository.resolve("abonent").toString(), command).inheritIO();
            builder.environment().put("ABONENT_HOME", home.toString());
            builder.environment().put("ABONENT_PORT_OFFSET", Integer.toString(OFFSET));
            Process process = builder.start();
            if (!process.waitFor(8, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("./abonent " + command + " failed; logs are in " + home);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path repository() throws IOException {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("abonent"))) {
            directory = directory.getParent();
        }
        return directory.toRealPath();
    }
}
