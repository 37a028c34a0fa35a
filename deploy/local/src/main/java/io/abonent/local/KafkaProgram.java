package io.abonent.local;

import io.abonent.contracts.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** The broker as a process: {@link KafkaNode} with its log kept between runs. */
final class KafkaProgram implements Program {

    private final Home home;
    private final Ports ports;
    private final Map<String, String> own;

    /** @param own broker properties that differ from ours */
    KafkaProgram(Home home, Ports ports, Map<String, String> own) {
        this.home = home;
        this.ports = ports;
        this.own = own;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public int port() {
        return ports.kafka();
    }

    @Override
    public Process start() throws IOException {
        Path settings = home.config(name());
        List<String> lines = new ArrayList<>();
        properties().forEach((key, value) -> lines.add(key + "=" + value));
        Files.write(settings, lines);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx320m",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KafkaNode.class.getName(),
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.log(name()).toFile()))
                .start();
    }

    @Override
    public boolean isReady() throws InterruptedException {
        return Sockets.listens(ports.kafka()) && answers();
    }

    private boolean answers() throws InterruptedException {
        try (Admin admin = admin()) {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    void createTopics() throws ExecutionException, InterruptedException, TimeoutException {
        try (Admin admin = admin()) {
            Set<String> present = admin.listTopics().names().get(30, TimeUnit.SECONDS);
            List<NewTopic> missing = new ArrayList<>();
            for (Topic topic : Topic.values()) {
                if (!present.contains(topic.topicName())) {
                    missing.add(newTopic(topic));
                }
            }
            for (String service : Topology.SERVICES) {
                String deadLetters = Topology.applicationName(service) + ".dlt";
                if (!present.contains(deadLetters)) {
                    missing.add(new NewTopic(deadLetters, 1, (short) 1));
                }
            }
            admin.createTopics(missing).all().get(30, TimeUnit.SECONDS);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:" + ports.kafka()));
    }

    private static NewTopic newTopic(Topic topic) {
        return new NewTopic(topic.topicName(), Topic.PARTITIONS, (short) 1)
                .configs(Map.of(
                        "cleanup.policy", topic.cleanup().policy(),
                        "retention.ms",
                                Long.toString(topic.cleanup().retention().toMillis())));
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@localhost:" + ports.kafkaController());
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put(
                "listeners",
                "PLAINTEXT://localhost:" + ports.kafka() + ",CONTROLLER://localhost:" + ports.kafkaController());
        properties.put("advertised.listeners", "PLAINTEXT://localhost:" + ports.kafka());
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("log.dirs", home.data("kafka").toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("controlled.shutdown.enable", "false");
        // Preallocated index files of 10 MB for each of 130 partitions would fill a small disk.
        properties.put("log.index.size.max.bytes", "1048576");
        properties.put("log.cleaner.dedupe.buffer.size", "16777216");
        properties.putAll(own);
        return properties;
    }
}
