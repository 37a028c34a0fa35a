package io.abonent.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.contracts.EventType;
import io.abonent.contracts.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Topics are those of the contracts; a service may write what it produces, read what it binds, and no more. */
class StrimziTests {

    private static final String ENDS_SESSIONS = "identity-service";

    @ParameterizedTest
    @ValueSource(strings = {"staging", "production"})
    void topicsAreThoseOfTheContractsAndADeadLetterTopicPerService(String overlay) throws IOException {
        Map<String, String> expected = new TreeMap<>();
        for (Topic topic : Topic.values()) {
            expected.put(
                    topic.topicName(),
                    "%d %s %d"
                            .formatted(
                                    Topic.PARTITIONS,
                                    topic.cleanup().policy(),
                                    topic.cleanup().retention().toMillis()));
        }
        for (String service : Repository.services()) {
            expected.put(service + ".dlt", "1 delete 2592000000");
        }
        Map<String, String> actual = Resource.ofKind(Kustomize.overlay(overlay), "KafkaTopic")
                .collect(Collectors.toMap(
                        Resource::name,
                        topic -> "%s %s %s"
                                .formatted(
                                        topic.at("/spec/partitions").asString(),
                                        topic.at("/spec/config/cleanup.policy").asString(),
                                        topic.at("/spec/config/retention.ms").asString()),
                        (one, other) -> one + " twice " + other,
                        TreeMap::new));
        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"staging", "production"})
    void anAcknowledgedRecordIsOnTwoBrokers(String overlay) {
        assertThat(Resource.ofKind(Kustomize.overlay(overlay), "KafkaTopic")).allSatisfy(topic -> {
            assertThat(topic.at("/spec/replicas").asInt(0)).isEqualTo(3);
            assertThat(topic.at("/spec/config/min.insync.replicas").asInt(0)).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"staging", "production"})
    void aServiceMayDoWhatItDoesAndNoMore(String overlay) throws IOException {
        for (String service : Repository.services()) {
            Resource user = Resource.named(Kustomize.overlay(overlay), "KafkaUser", service + "-kafka");
            assertThat(rights(user)).as(service).isEqualTo(needs(service));
        }
        Set<String> users = Resource.ofKind(Kustomize.overlay(overlay), "KafkaUser")
                .map(Resource::name)
                .collect(Collectors.toCollection(HashSet::new));
        users.removeAll(Repository.services().stream()
                .map(service -> service + "-kafka")
                .toList());
        assertThat(users).isSubsetOf("keda-kafka");
    }

    @Test
    void onlyNotificationServiceReadsPersonalData() {
        List<String> restricted = Arrays.stream(Topic.values())
                .filter(Topic::restricted)
                .map(Topic::topicName)
                .toList();
        assertThat(Resource.ofKind(Kustomize.overlay("production"), "KafkaUser")
                        .filter(user -> restricted.stream()
                                .anyMatch(topic -> rights(user).contains("topic " + topic + " Read")))
                        .map(Resource::name))
                .containsExactly("notification-service-kafka");
    }

    @Test
    void theTopicsOfOneMachineAreTheSame() throws IOException {
        String script = Files.readString(Repository.KUBERNETES.resolve("components/single-host/topics.sh"));
        Set<String> made = script.lines()
                .filter(line -> line.startsWith("topic ") && !line.contains("("))
                .map(line -> line.substring("topic ".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = Resource.ofKind(Kustomize.overlay("production"), "KafkaTopic")
                .map(topic -> "%s %s %s %s"
                        .formatted(
                                topic.name(),
                                topic.at("/spec/partitions").asString(),
                                topic.at("/spec/config/cleanup.policy").asString(),
                                topic.at("/spec/config/retention.ms").asString()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(made).isEqualTo(expected);
    }

    private static Set<String> rights(Resource user) {
        Set<String> rights = new TreeSet<>();
        user.at("/spec/authorization/acls")
                .forEach(acl -> acl.path("operations")
                        .forEach(
                                operation -> rights.add(acl.at("/resource/type").asString() + " "
                                        + acl.at("/resource/name").asString() + " " + operation.asString())));
        return rights;
    }

    private static Set<String> needs(String service) throws IOException {
        Set<String> needs = new TreeSet<>();
        Arrays.stream(EventType.values())
                .filter(type -> service.equals(type.producer() + "-service"))
                .forEach(type -> {
                    needs.add("topic " + type.topic().topicName() + " Write");
                    needs.add("topic " + type.topic().topicName() + " Describe");
                });
        List<String> bound = bound(service);
        List<String> read = new ArrayList<>(bound);
        if (!service.equals(ENDS_SESSIONS)) {
            // The starter of each other service follows them, without a group.
            read.add(Topic.IDENTITY_SESSION.topicName());
        }
        read.forEach(topic -> {
            needs.add("topic " + topic + " Read");
            needs.add("topic " + topic + " Describe");
        });
        if (!bound.isEmpty()) {
            needs.add("group " + service + " Read");
            needs.add("group " + service + " Describe");
        }
        List.of("Read", "Write", "Describe").forEach(right -> needs.add("topic " + service + ".dlt " + right));
        return needs;
    }

    private static List<String> bound(String service) throws IOException {
        JsonNode application = new YAMLMapper()
                .readTree(Files.readString(
                        Repository.ROOT.resolve(service).resolve("src/main/resources/application.yml")));
        List<String> topics = new ArrayList<>();
        application
                .at("/spring/cloud/stream/bindings")
                .forEach(binding -> topics.add(binding.path("destination").asString()));
        return topics;
    }
}
