package io.abonent.platform.outbox;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** A relay in a JVM of its own, to be killed. */
public final class RelayProcess {

    private RelayProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        String url = arguments[0];
        Map<String, String> producer =
                Map.of("interceptor.classes", HaltingInterceptor.class.getName(), "halt.at", arguments[4]);
        OutboxLab.relay(
                        new SimpleDriverDataSource(new org.postgresql.Driver(), url, arguments[1], arguments[2]),
                        arguments[3],
                        OutboxLab.properties(200, producer),
                        new OutboxWakeUp())
                .start();
        new CountDownLatch(1).await();
    }

    /** @return the exit code; the process is gone in any case */
    static int runUntilHalted(String url, String user, String password, String kafka, String haltAt) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RelayProcess.class.getName(),
                        url,
                        user,
                        password,
                        kafka,
                        haltAt)
                .redirectErrorStream(true)
                .redirectOutput(new File("target", "relay-process-" + haltAt + ".txt"))
                .start();
        try {
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                throw new AssertionError("The relay was not halted at " + haltAt);
            }
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}
