package io.abonent.local;

import io.abonent.local.StatusBoard.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts everything in order, watches it, and stops it in the opposite order when asked to (SIGTERM).
 *
 * <p>System properties: {@code abonent.home} (default {@code ~/.abonent}), {@code abonent.repository} (where the built
 * modules are), {@code abonent.port-offset} (default 0).
 */
public final class Launcher {

    private static final Logger log = LoggerFactory.getLogger(Launcher.class);

    private final Home home;
    private final Ports ports;
    private final Topology topology;
    private final StatusBoard board;
    private final List<SupervisedProcess> running = new ArrayList<>();
    private @Nullable PostgresServer postgres;
    private @Nullable KafkaBroker kafka;

    private Launcher(Home home, Ports ports, Path repository) throws IOException {
        this.home = home;
        this.ports = ports;
        this.topology = new Topology(repository, home, ports);
        this.board = new StatusBoard(home);
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(System.getProperty(
                "abonent.home",
                Path.of(System.getProperty("user.home"), ".abonent").toString()));
        Path repository = Path.of(System.getProperty("abonent.repository", "."));
        Ports ports = new Ports(Integer.getInteger("abonent.port-offset", 0));
        Launcher launcher = new Launcher(Home.at(home), ports, repository.toAbsolutePath());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            launcher.stop();
            stopped.countDown();
        }));
        try {
            launcher.start();
        } catch (Exception e) {
            log.error("Abonent did not start", e);
            launcher.board.tell("! " + reason(e));
            System.exit(1);
        }
        stopped.await();
    }

    private static String reason(Exception e) {
        String message = e.getMessage();
        return message == null ? e.toString() : message;
    }

    private void start() throws Exception {
        Files.writeString(
                home.run("launcher.pid"), Long.toString(ProcessHandle.current().pid()));
        List<ProcessSpec> specs = topology.processes();
        Secrets secrets = new Secrets(home);
        secrets.prepare();
        stopLeftovers(specs);
        refuseTakenPorts();
        startPlatform(secrets);
        for (ProcessSpec spec : specs) {
            running.add(new SupervisedProcess(spec, home, board));
        }
        for (SupervisedProcess process : running) {
            process.awaitReady();
            process.keepAlive();
            board.tell("  " + process.name() + " is ready");
        }
        board.tell("!");
    }

    private void startPlatform(Secrets secrets) throws Exception {
        long self = ProcessHandle.current().pid();
        board.show("postgres", self, ports.postgres(), State.STARTING);
        PostgresServer server = PostgresServer.start(home, ports);
        postgres = server;
        server.createDatabases(secrets);
        board.show("postgres", PostgresServer.pid(home), ports.postgres(), State.READY);
        board.tell("  postgres is ready");
        board.show("kafka", self, ports.kafka(), State.STARTING);
        KafkaBroker broker = KafkaBroker.start(home, ports);
        kafka = broker;
        broker.createTopics(ports);
        board.show("kafka", self, ports.kafka(), State.READY);
        board.tell("  kafka is ready");
    }

    /** What a killed launcher left running would hold the ports that are asked for next. */
    private void stopLeftovers(List<ProcessSpec> specs) throws IOException {
        for (ProcessSpec spec : specs) {
            SupervisedProcess.stopLeftover(home, spec.name());
        }
        PostgresServer.stopLeftover(home.data("postgres"));
    }

    private void refuseTakenPorts() {
        List<String> taken = new ArrayList<>();
        for (int port : topology.allPorts()) {
            try (ServerSocket probe = new ServerSocket()) {
                probe.setReuseAddress(true);
                probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException e) {
                taken.add(Integer.toString(port));
            }
        }
        if (!taken.isEmpty()) {
            throw new IllegalStateException("another program listens on port " + String.join(", ", taken)
                    + "; stop it, or move all ports of Abonent with ABONENT_PORT_OFFSET=1000 ./abonent up");
        }
    }

    private synchronized void stop() {
        for (SupervisedProcess process : running) {
            process.askToStop();
        }
        for (SupervisedProcess process : running.reversed()) {
            process.stop();
        }
        try {
            if (kafka != null) {
                kafka.close();
            }
            if (postgres != null) {
                postgres.close();
            }
            Files.deleteIfExists(home.run("launcher.pid"));
            Files.deleteIfExists(home.run("status"));
        } catch (IOException e) {
            log.error("Stopping PostgreSQL failed", e);
        }
    }
}
