package io.abonent.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts everything in order, watches it, and stops it in the opposite order when asked to (SIGTERM).
 *
 * <p>System properties: {@code abonent.home} (default {@code ~/.abonent}), {@code abonent.repository} (where the built
 * modules are), {@code abonent.port-offset} (default 0), {@code abonent.replicas} of each service (default 1),
 * {@code abonent.fast-start} ({@code first}: make the caches before the start; {@code later}: after it;
 * {@code off}, the default), {@code abonent.compiler} ({@code full}: for figures of speed; {@code quick}, the default: for
 * short lives), {@code abonent.settings} (a file with {@link Overrides}).
 */
public final class Launcher {

    private static final Logger log = LoggerFactory.getLogger(Launcher.class);

    private final Home home;
    private final Ports ports;
    private final Topology topology;
    private final StatusBoard board;
    private final Overrides overrides;
    private final int replicas;
    private final FastStart fastStart;
    private volatile boolean stopping;
    /** In the order of start. */
    private final List<SupervisedProcess> running = new ArrayList<>();

    private Launcher(Home home, Ports ports, Path repository, Overrides overrides, int replicas) throws IOException {
        this.home = home;
        this.ports = ports;
        this.topology = new Topology(repository, home, ports);
        this.board = new StatusBoard(home);
        this.overrides = overrides;
        this.replicas = replicas;
        this.fastStart = new FastStart(home);
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(System.getProperty(
                "abonent.home",
                Path.of(System.getProperty("user.home"), ".abonent").toString()));
        Path repository = Path.of(System.getProperty("abonent.repository", "."));
        Ports ports = new Ports(Integer.getInteger("abonent.port-offset", 0));
        String settings = System.getProperty("abonent.settings", "");
        Launcher launcher = new Launcher(
                Home.at(home),
                ports,
                repository.toAbsolutePath(),
                settings.isEmpty() ? Overrides.none() : Overrides.read(Path.of(settings)),
                Integer.getInteger("abonent.replicas", 1));
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
        List<ProcessSpec> specs = topology.processes().stream()
                .map(spec -> spec.with(overrides.of(spec.name())))
                .toList();
        List<ProcessSpec> all = withReplicas(specs);
        Secrets secrets = new Secrets(home);
        secrets.prepare();
        stopLeftovers(all);
        refuseTakenPorts(all);
        for (ProcessSpec spec : specs) {
            fastStart.unpack(spec);
        }
        startPlatform(secrets);
        String fast = System.getProperty("abonent.fast-start", "off");
        if (fast.equals("first")) {
            prepareFastStart(specs);
        }
        List<SupervisedProcess> services = new ArrayList<>();
        for (ProcessSpec spec : all) {
            services.add(supervise(new ServiceProgram(spec, home, fastStart)));
        }
        for (SupervisedProcess process : services) {
            ready(process);
        }
        board.tell("!");
        if (fast.equals("later")) {
            prepareFastStart(specs);
        }
    }

    private List<ProcessSpec> withReplicas(List<ProcessSpec> specs) {
        List<ProcessSpec> all = new ArrayList<>(specs);
        for (int number = 2; number <= replicas; number++) {
            for (ProcessSpec spec : specs) {
                if (Topology.SERVICES.contains(spec.name())) {
                    all.add(spec.replica(number));
                }
            }
        }
        return all;
    }

    private void startPlatform(Secrets secrets) throws Exception {
        PostgresServer postgres = new PostgresServer(home, ports);
        KafkaProgram kafka = new KafkaProgram(home, ports, overrides.of("kafka"));
        SupervisedProcess database = supervise(postgres);
        SupervisedProcess broker = supervise(kafka);
        ready(database);
        postgres.createDatabases(secrets);
        ready(broker);
        kafka.createTopics();
    }

    private synchronized SupervisedProcess supervise(Program program) throws IOException, InterruptedException {
        SupervisedProcess process = new SupervisedProcess(program, home, board);
        running.add(process);
        return process;
    }

    private void ready(SupervisedProcess process) throws InterruptedException {
        try {
            process.awaitReady();
        } catch (IllegalStateException e) {
            process.showFailed();
            throw e;
        }
        process.keepAlive();
        board.tell("  " + process.name() + " is ready");
    }

    /** One after the other: it is a help, not a task, and must not starve what runs. */
    private void prepareFastStart(List<ProcessSpec> specs) throws InterruptedException {
        for (ProcessSpec spec : specs) {
            try {
                if (!fastStart.has(spec) && !stopping) {
                    fastStart.train(spec);
                }
            } catch (IOException e) {
                log.warn("{} starts as slowly as before: {}", spec.name(), e.getMessage());
            }
        }
    }

    /** What a killed launcher left running would hold the ports that are asked for next. */
    private void stopLeftovers(List<ProcessSpec> specs) throws IOException {
        for (ProcessSpec spec : specs) {
            SupervisedProcess.stopLeftover(home, spec.name());
        }
        SupervisedProcess.stopLeftover(home, "kafka");
        PostgresServer.stopLeftover(home.data("postgres"));
    }

    private void refuseTakenPorts(List<ProcessSpec> specs) {
        Stream<Integer> replicaPorts = specs.stream().flatMap(spec -> Stream.of(spec.port(), spec.managementPort()));
        List<String> taken = Stream.concat(topology.allPorts().stream(), replicaPorts)
                .distinct()
                .filter(Sockets::isTaken)
                .map(String::valueOf)
                .toList();
        if (!taken.isEmpty()) {
            throw new IllegalStateException("another program listens on port " + String.join(", ", taken)
                    + "; stop it, or move all ports of Abonent with ABONENT_PORT_OFFSET=1000 ./abonent up");
        }
    }

    /** Services go first, all at once; then the broker; the database, which everybody writes to until the end, last. */
    private synchronized void stop() {
        stopping = true;
        fastStart.stop();
        try {
            List<SupervisedProcess> services = running.stream()
                    .filter(process -> !Topology.PLATFORM.contains(process.name()))
                    .toList();
            services.forEach(SupervisedProcess::askToStop);
            for (SupervisedProcess process : services.reversed()) {
                process.stop();
            }
            for (SupervisedProcess process : running.reversed()) {
                if (Topology.PLATFORM.contains(process.name())) {
                    process.stop();
                }
            }
            Files.deleteIfExists(home.run("launcher.pid"));
            Files.deleteIfExists(home.run("status"));
        } catch (IOException e) {
            log.error("Stopping failed", e);
        }
    }
}
