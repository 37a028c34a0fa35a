package io.abonent.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.stand.Sending;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashAgentIT {

    private static final int KILLED = 137;

    @TempDir
    Path directory;

    @Test
    void endsAProcessOnceBeforeAndOnceAfter() throws Exception {
        assertThat(run("/billing-service-1.jar", 0)).as("not armed").isZero();
        Files.createFile(directory.resolve("armed"));

        assertThat(run("/billing-service-1.jar", 0)).isEqualTo(KILLED);
        assertThat(names("crashed")).containsExactly("billing before publish Sending.send");

        assertThat(run("/billing-service-1.jar", 0)).isEqualTo(KILLED);
        assertThat(names("crashed"))
                .containsExactlyInAnyOrder("billing before publish Sending.send", "billing after publish Sending.send");

        assertThat(run("/billing-service-1.jar", 0)).isZero();
    }

    @Test
    void onlyNotesWhatIsReachedTooEarly() throws Exception {
        Files.createFile(directory.resolve("armed"));
        assertThat(run("/account-service-1.jar", 600)).isZero();

        assertThat(names("crashed")).isEmpty();
        assertThat(names("reached"))
                .containsExactlyInAnyOrder("account before publish Sending.send", "account after publish Sending.send");
    }

    @Test
    void leavesEverythingElseAlone() throws Exception {
        Files.createFile(directory.resolve("armed"));
        assertThat(run("/simulators-1.jar", 0)).isZero();

        assertThat(directory.resolve("reached")).doesNotExist();
    }

    private int run(String jar, int seconds) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-javaagent:" + agent() + "=" + directory + "," + seconds,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sending.class.getName(),
                        jar)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out.log").toFile())
                .start()
                .waitFor();
    }

    private List<String> names(String kind) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(kind))) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private static Path agent() throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of("target"), "crash-points-*.jar")) {
            for (Path jar : jars) {
                return jar.toAbsolutePath();
            }
        }
        throw new AssertionError("the agent is not built");
    }
}
