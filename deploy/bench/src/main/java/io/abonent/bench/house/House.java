package io.abonent.bench.house;

import io.abonent.bench.world.Databases;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Abonent on ports and in a home of its own, by {@code ./abonent} as anybody would. */
public final class House {

    /** The one that every house begins with. */
    public static final String SUPPLIER = "0198c000-0000-7000-8000-000000000001";

    private static final int REPLICA_SHIFT = 100;
    private static final int START_MINUTES = 20;
    private static final int RESTART_MINUTES = 5;
    private static final long LOOK_MS = 200;
    private static final Map<String, Integer> PORTS =
            Map.of("identity", 8081, "consent", 8082, "account", 8083, "billing", 8084, "notification", 8085);

    private final Installation installation;
    private final Path home;
    private final int offset;
    private final int replicas;
    private final Set<String> leaving = ConcurrentHashMap.newKeySet();
    private final Map<String, SmallDisk> disks = new HashMap<>();
    private boolean forget;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    public House(Installation installation, Path home, int offset, int replicas) {
        this.installation = installation;
        this.home = home;
        this.offset = offset;
        this.replicas = replicas;
    }

    public int databasePort() {
        return 15432 + offset;
    }

    public int brokerPort() {
        return 19092 + offset;
    }

    /** Where fault proxies listen; nothing of the house does. */
    public int proxyPort(int number) {
        return 17000 + offset + number;
    }

    public String gateway() {
        return "http://localhost:" + (8080 + offset);
    }

    public String gatewayMetrics() {
        return "http://localhost:" + (9080 + offset) + "/actuator/prometheus";
    }

    public String simulators() {
        return "http://localhost:" + simulatorsPort();
    }

    public int simulatorsPort() {
        return 8090 + offset;
    }

    public int smsPort() {
        return 12775 + offset;
    }

    public int brokerControllerPort() {
        return 19093 + offset;
    }

    /** Gives a process a disk of its own that can be filled; before {@link #up}. */
    public void onSmallDisk(String process, int megabytes) {
        disks.put(process, new SmallDisk(home.resolve("data").resolve(process), megabytes));
    }

    public Clocks clocks() {
        return new Clocks(home.resolveSibling(""));
    }

    public Installation installation() {
        return installation;
    }

    public SmallDisk disk(String process) {
        return Objects.requireNonNull(disks.get(process), process);
    }

    public int replicas() {
        return replicas;
    }

    /** Addresses of all replicas of a service. */
    public List<String> addresses(String service) {
        return IntStream.range(0, replicas)
                .mapToObj(replica -> "http://localhost:" + (port(service) + replica * REPLICA_SHIFT))
                .toList();
    }

    /**
     * As a cluster does before it asks a process to end: no new request is sent there, but it goes on answering those which are.
     */
    public void takeOut(String process) {
        leaving.add(address(process));
    }

    public void putBack(String process) {
        leaving.remove(address(process));
    }

    /** Where new requests to a service may go; the last one is never taken out. */
    public List<String> takingRequests(String service) {
        List<String> all = addresses(service);
        List<String> left =
                all.stream().filter(address -> !leaving.contains(address)).toList();
        return left.isEmpty() ? all : left;
    }

    private String address(String process) {
        String service = service(process);
        int replica = service.equals(process) ? 1 : Integer.parseInt(process.substring(service.length() + 1));
        return addresses(service).get(replica - 1);
    }

    /** {@code identity} of the process {@code identity-2}. */
    public static String service(String process) {
        return process.replaceFirst("-\\d+$", "");
    }

    /** Names of the processes of all services. */
    public List<String> serviceProcesses() {
        List<String> processes = new ArrayList<>();
        for (String service : Databases.SERVICES) {
            processes.add(service);
            for (int replica = 2; replica <= replicas; replica++) {
                processes.add(service + "-" + replica);
            }
        }
        return processes;
    }

    private int port(String service) {
        return PORTS.getOrDefault(service, 0) + offset;
    }

    /** @param fastStart worth minutes of preparation where services start often */
    public void up(Map<String, String> settings, boolean fastStart) throws IOException, InterruptedException {
        up(settings, Map.of("ABONENT_FAST_START", fastStart ? "first" : "off"));
    }

    /** As in production: with the optimizing compiler, which costs minutes until it is done. */
    public void upToSpeed(Map<String, String> settings) throws IOException, InterruptedException {
        up(settings, Map.of("ABONENT_COMPILER", "full"));
    }

    private void up(Map<String, String> settings, Map<String, String> how) throws IOException, InterruptedException {
        abonent("reset", Map.of());
        Files.createDirectories(home);
        for (SmallDisk disk : disks.values()) {
            disk.mount();
        }
        Path file = home.resolve("bench.properties");
        Files.write(
                file,
                settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .toList());
        Map<String, String> environment = new HashMap<>(how);
        environment.put("ABONENT_REPLICAS", Integer.toString(replicas));
        environment.put("ABONENT_SETTINGS", file.toString());
        abonent("up", environment);
    }

    public void down() throws IOException, InterruptedException {
        abonent("down", Map.of());
        for (SmallDisk disk : disks.values()) {
            disk.unmount();
        }
        if (forget) {
            abonent("reset", Map.of());
            installation.remove();
        }
    }

    /** Databases, logs and keys of a run that found nothing are of no use to anybody. */
    public void deleteWhenDown() {
        forget = true;
    }

    private void abonent(String command, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        installation.place().resolve("abonent").toString(), command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("ABONENT_HOME", home.toString());
        builder.environment().put("ABONENT_PORT_OFFSET", Integer.toString(offset));
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(START_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("./abonent " + command + " failed; logs are in " + home);
        }
    }

    public Optional<Row> row(String process) throws IOException {
        return rows().stream().filter(row -> row.name().equals(process)).findFirst();
    }

    /** Of all processes. */
    public List<Row> rows() throws IOException {
        return new StatusFile(home.resolve("run/status")).rows();
    }

    /** Where a service answers those who run it. */
    public String management(String process) throws IOException {
        return row(process).orElseThrow().management();
    }

    /** Something that can only be done while no service runs. */
    public interface Errand {
        void run() throws IOException, InterruptedException;
    }

    /** All services end, and start again when it is done; whoever would start them at once is held still meanwhile. */
    public void withoutServices(Errand errand) throws IOException, InterruptedException {
        long launcher = Long.parseLong(
                Files.readString(home.resolve("run/launcher.pid")).strip());
        Map<String, Long> ended = new HashMap<>();
        Signals.STOP.send(launcher);
        try {
            for (String process : serviceProcesses()) {
                long pid = row(process).orElseThrow().pid();
                Signals.TERM.send(pid);
                ended.put(process, pid);
            }
            errand.run();
        } finally {
            Signals.CONT.send(launcher);
        }
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(RESTART_MINUTES);
        for (Map.Entry<String, Long> process : ended.entrySet()) {
            while (!isBack(process.getKey(), process.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(process.getKey() + " did not come back; logs are in " + home);
                }
                Thread.sleep(LOOK_MS);
            }
        }
    }

    private boolean isBack(String process, long oldPid) throws IOException, InterruptedException {
        return row(process).filter(row -> row.pid() != oldPid).isPresent() && isReady(process);
    }

    /** Asks the process itself: the status file tells it a moment later. */
    public boolean isReady(String process) throws IOException, InterruptedException {
        Optional<Row> row = row(process);
        if (row.isEmpty()) {
            return false;
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(row.get().management() + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
