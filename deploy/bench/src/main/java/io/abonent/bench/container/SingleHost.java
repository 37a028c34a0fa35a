package io.abonent.bench.container;

import io.abonent.bench.container.Pod.Volume;
import io.abonent.bench.house.Command;
import io.abonent.bench.world.Databases;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything of the single-host overlay as containers with the rights, limits, settings, secrets and probes of the
 * manifests; the instruction walked through; then what can be seen of them. What only a cluster has is not shown: network
 * policies, admission, spreading, a liveness probe that kills.
 */
public final class SingleHost {

    private static final Logger log = LoggerFactory.getLogger(SingleHost.class);
    private static final List<String> JOURNEYS = List.of("PhoneJourneyIT", "EmailJourneyIT", "StrangerIT");

    private final Path repository;
    private final Path directory;
    private final String address;
    private final boolean keep;
    private final Engine engine;
    private final List<String> findings = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();

    /** @param address one of this machine's own, for what the containers publish */
    public SingleHost(Path repository, Path directory, String address, boolean keep) {
        this.repository = repository;
        this.directory = directory;
        this.address = address;
        this.keep = keep;
        this.engine = new Engine("abonent-single-host", address);
    }

    /** @return whether everything was as it should be */
    public boolean run() throws IOException, InterruptedException {
        Path kubernetes = repository.resolve("deploy/kubernetes");
        Manifests manifests = Manifests.render(kubernetes);
        Volumes volumes = new Volumes(directory.resolve("volumes"), manifests);
        List<Pod> pods = manifests.pods();
        say("{} workloads of the overlay, on {}; everything about the run lies in {}", pods.size(), address, directory);
        try {
            engine.open();
            start(manifests, volumes, pods);
            walk();
            cabinet();
            look(manifests, volumes, pods);
        } catch (IllegalStateException e) {
            findings.add(String.valueOf(e.getMessage()));
        } finally {
            if (!keep) {
                engine.close(pods);
                volumes.delete();
            }
        }
        findings.forEach(finding -> say("FOUND: {}", finding));
        say(findings.isEmpty() ? "Nothing found: it runs as the manifests say." : findings.size() + " findings");
        Files.write(directory.resolve("summary.md"), seen);
        return findings.isEmpty();
    }

    private void say(String template, Object... values) {
        String line =
                org.slf4j.helpers.MessageFormatter.arrayFormat(template, values).getMessage();
        seen.add(line);
        log.info("{}", line);
    }

    /** All at once, as a cluster does: who needs another waits for it. */
    private void start(Manifests manifests, Volumes volumes, List<Pod> pods) throws IOException, InterruptedException {
        Readiness readiness = new Readiness(engine, address);
        Map<String, Long> seconds = new ConcurrentSkipListMap<>();
        for (Pod pod : pods) {
            volumes.make(pod);
            String image = engine.imageOf(pod);
            say(
                    "  {}: {}{}",
                    pod.name(),
                    image,
                    image.equals(pod.image()) ? revision(pod) : " standing in for " + pod.image());
            engine.start(pod, manifests.aliases(pod), volumes);
        }
        ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();
        try {
            ExecutorCompletionService<Long> ready = new ExecutorCompletionService<>(waiting);
            pods.forEach(pod -> ready.submit(() -> seconds.merge(pod.name(), readiness.await(pod), Long::sum)));
            for (int count = 0; count < pods.size(); count++) {
                ready.take().get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    e.getCause() instanceof IllegalStateException known ? known.getMessage() : e.toString(), e);
        } finally {
            waiting.shutdownNow();
        }
        say("Seconds to be ready, of jobs to their end: {}", seconds);
    }

    private static String revision(Pod pod) throws IOException, InterruptedException {
        return " of "
                + Engine.docker(
                        "image",
                        "inspect",
                        "--format",
                        "{{index .Config.Labels \"org.opencontainers.image.revision\"}}",
                        pod.image());
    }

    private void walk() throws IOException, InterruptedException {
        Path hosts = directory.resolve("hosts");
        // The overlay's addresses for people begin with localhost, the broker's with kafka.
        Files.writeString(hosts, address + " localhost\n" + address + " kafka\n");
        List<String> words = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Djdk.net.hosts.file=" + hosts,
                "-Dabonent.journey.address=localhost",
                "-cp",
                System.getProperty("java.class.path"),
                Journeys.class.getName()));
        words.addAll(JOURNEYS);
        say("Walking {}", JOURNEYS);
        int code = new Command(words).shown(repository);
        if (code == 0) {
            say("The instruction was walked from registration to posted payment and accepted reading");
        } else {
            findings.add("the instruction cannot be walked");
        }
    }

    /** The journeys speak to the services; the gateway in front of them has a page of its own. */
    private void cabinet() throws IOException, InterruptedException {
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://" + address + ":8080/"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (page.statusCode() == 200 && page.body().contains("<html")) {
            say("The cabinet shows its first page, {} bytes", page.body().length());
        } else {
            findings.add("the cabinet answers " + page.statusCode());
        }
    }

    private void look(Manifests manifests, Volumes volumes, List<Pod> pods) throws IOException, InterruptedException {
        List<String> secrets = manifests.secretValues();
        for (Pod pod : pods) {
            if (!pod.ends()) {
                confinement(pod, secrets);
            }
            for (Pod.Mount mount : pod.mounts()) {
                if (mount.volume() instanceof Volume.Empty empty && empty.limit() > 0) {
                    long size = volumes.size(pod, empty);
                    if (size > empty.limit()) {
                        findings.add(pod.name() + ": " + size + " bytes in " + mount.path());
                    }
                }
            }
        }
        Pod postgres = pods.stream()
                .filter(pod -> pod.name().equals("postgres"))
                .findFirst()
                .orElseThrow();
        Roles roles = new Roles(engine, manifests, postgres);
        for (String service : Databases.SERVICES) {
            findings.addAll(roles.complaints(service));
        }
        say("Schemas belong to the migrations' roles; no application could create or drop a table");
    }

    private void confinement(Pod pod, List<String> secrets) throws IOException, InterruptedException {
        Confinement confinement = Confinement.of(Long.parseLong(engine.state(pod, ".State.Pid")));
        confinement.complaints(pod, secrets).forEach(complaint -> findings.add(pod.name() + " " + complaint));
        String restarts = engine.state(pod, ".RestartCount");
        say(
                "  {}: user {}, {} root, no capabilities, no secret in its environment; started again {} times; "
                        + "at most {} MB resident of {} MB",
                pod.name(),
                pod.identity().user(),
                pod.identity().readOnlyRoot() ? "read-only" : "writable",
                restarts,
                confinement.peakMegabytes(),
                pod.limits().memory() >> 20);
        if (engine.state(pod, ".State.OOMKilled").equals("true")) {
            findings.add(pod.name() + " was killed for its memory");
        }
    }
}
