package io.abonent.bench.container;

import io.abonent.bench.container.Pod.Mount;
import io.abonent.bench.house.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Docker's command line, and the containers of one run in a network of their own. */
final class Engine {

    /** Where no registry is reachable: our own builds of what the overlay names, by {@code deploy/images/build-servers}. */
    private static final Map<String, String> STAND_INS =
            Map.of("postgres:18", "abonent-postgres-local:18", "apache/kafka:4.2.1", "abonent-kafka-local:4.2.1");

    private final String network;
    private final String address;

    Engine(String network, String address) {
        this.network = network;
        this.address = address;
    }

    static String docker(String... arguments) throws IOException, InterruptedException {
        return command(arguments).output();
    }

    static Command command(String... arguments) {
        List<String> words = new ArrayList<>(List.of("docker"));
        words.addAll(List.of(arguments));
        return new Command(words);
    }

    void open() throws IOException, InterruptedException {
        docker("network", "create", network);
    }

    /** The image itself, or what stands in for it. */
    String imageOf(Pod pod) throws IOException, InterruptedException {
        if (exists(pod.image())) {
            return pod.image();
        }
        String standIn = STAND_INS.getOrDefault(pod.image(), pod.image());
        if (!exists(standIn)) {
            throw new IllegalStateException("there is no image " + pod.image() + " on this machine");
        }
        return standIn;
    }

    private static boolean exists(String image) throws IOException, InterruptedException {
        return command("image", "inspect", image).run().code() == 0;
    }

    String container(Pod pod) {
        return network + "-" + pod.name();
    }

    void start(Pod pod, List<String> aliases, Volumes volumes) throws IOException, InterruptedException {
        docker(arguments(pod, imageOf(pod), aliases, volumes).toArray(String[]::new));
    }

    List<String> arguments(Pod pod, String image, List<String> aliases, Volumes volumes) {
        List<String> words = new ArrayList<>(List.of("run", "--detach", "--name", container(pod)));
        words.addAll(List.of("--hostname", pod.name(), "--network", network));
        aliases.forEach(alias -> words.addAll(List.of("--network-alias", alias)));
        confine(pod, words);
        pod.environment().forEach((name, value) -> words.addAll(List.of("--env", name + "=" + value)));
        pod.ports().values().forEach(port -> words.addAll(List.of("--publish", address + ":" + port + ":" + port)));
        for (Mount mount : pod.mounts()) {
            Path directory = volumes.directory(pod, mount.volume());
            words.addAll(List.of(
                    "--mount",
                    "type=bind,src=" + directory + ",dst=" + mount.path() + (mount.readOnly() ? ",readonly" : "")));
        }
        List<String> command = pod.command();
        if (!command.isEmpty()) {
            words.addAll(List.of("--entrypoint", command.getFirst()));
        }
        words.add(image);
        words.addAll(command.subList(Math.min(1, command.size()), command.size()));
        return words;
    }

    private static void confine(Pod pod, List<String> words) {
        Pod.Identity identity = pod.identity();
        Pod.Limits limits = pod.limits();
        words.addAll(List.of(
                "--user", identity.user() + ":" + identity.group(),
                "--group-add", Integer.toString(identity.files()),
                "--cap-drop", "ALL",
                "--security-opt", "no-new-privileges",
                "--memory", Long.toString(limits.memory()),
                "--memory-swap", Long.toString(limits.memory()),
                "--cpus", limits.processors(),
                "--cpu-shares", Long.toString(limits.shares()),
                "--stop-timeout", Integer.toString(limits.stopSeconds()),
                "--restart", pod.ends() ? "no" : "unless-stopped"));
        if (identity.readOnlyRoot()) {
            words.add("--read-only");
        }
    }

    String state(Pod pod, String template) throws IOException, InterruptedException {
        return docker("inspect", "--format", "{{" + template + "}}", container(pod));
    }

    String lastWords(Pod pod) throws IOException, InterruptedException {
        return command("logs", "--tail", "15", container(pod)).run().output();
    }

    Command inside(Pod pod, List<String> command) {
        List<String> words = new ArrayList<>(List.of("docker", "exec", container(pod)));
        words.addAll(command);
        return new Command(words);
    }

    void startAgain(Pod pod) throws IOException, InterruptedException {
        docker("start", container(pod));
    }

    /** Takes down what it made and nothing else. */
    void close(List<Pod> pods) throws IOException, InterruptedException {
        for (Pod pod : pods) {
            command("rm", "--force", "--volumes", container(pod)).run();
        }
        command("network", "rm", network).run();
    }
}
