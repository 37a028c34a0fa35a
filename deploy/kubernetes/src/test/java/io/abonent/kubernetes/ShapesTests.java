package io.abonent.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every overlay renders, and every field in it is one that the cluster knows. */
class ShapesTests {

    @ParameterizedTest
    @ValueSource(strings = {"single-host", "staging", "production"})
    void everyFieldIsKnownHasItsTypeAndIsThere(String overlay) {
        List<Resource> rendered = Kustomize.overlay(overlay);
        assertThat(rendered)
                .hasSizeGreaterThan(40)
                .allSatisfy(resource -> assertThat(Shapes.complaint(resource))
                        .as("%s", resource)
                        .isNull());
    }

    static Stream<Arguments> spoiled() {
        return Stream.of(
                Arguments.of("Deployment", "billing-service", "/spec/template/spec/terminationGracePeriod", 90),
                Arguments.of("Deployment", "billing-service", "/spec/selector", null),
                Arguments.of("Deployment", "billing-service", "/spec/revisionHistoryLimit", "five"),
                Arguments.of("PodDisruptionBudget", "billing-service", "/spec/maxUnavailible", 1),
                Arguments.of("NetworkPolicy", "billing-calls", "/spec/ingres", List.of()),
                Arguments.of("HorizontalPodAutoscaler", "web-gateway", "/spec/maxReplicas", null),
                Arguments.of("KafkaTopic", "billing.payment.v1", "/spec/partition", 12),
                Arguments.of("KafkaTopic", "billing.payment.v1", "/spec/partitions", "twelve"),
                Arguments.of("KafkaUser", "billing-service-kafka", "/spec/authorization/acl", List.of()),
                Arguments.of("Kafka", "abonent", "/spec/kafka/listener", List.of()),
                Arguments.of("Cluster", "billing-db", "/spec/instance", 3),
                Arguments.of("Cluster", "billing-db", "/spec/instances", "3"),
                Arguments.of("Cluster", "billing-db", "/spec/storage", null),
                Arguments.of("Cluster", "billing-db", "/spec/postgresql/synchronous/method", "some"),
                Arguments.of("ScheduledBackup", "billing-db", "/spec/schedule", "0 1 * * *"),
                Arguments.of("ObjectStore", "backups", "/spec/retentionPolicy", "thirty days"),
                Arguments.of("ScaledObject", "billing-service", "/spec/maxReplicas", 6),
                Arguments.of("ScaledObject", "billing-service", "/spec/triggers/1/metadata/consumer", "x"),
                Arguments.of("TriggerAuthentication", "kafka", "/spec/secretTargetRefs", List.of()),
                Arguments.of("HTTPRoute", "cabinet", "/spec/hostname", "x"),
                Arguments.of("Gateway", "abonent", "/spec/listener", List.of()),
                Arguments.of("PodMonitor", "abonent", "/spec/podMetricsEndpoint", List.of()),
                Arguments.of("PrometheusRule", "abonent", "/spec/groups/0/rules/0/expression", "1"));
    }

    @ParameterizedTest(name = "{0} {2} = {3}")
    @MethodSource("spoiled")
    void aTypingErrorIsFound(
            String kind, String name, String pointer, @org.jspecify.annotations.Nullable Object value) {
        Resource good = Resource.named(Kustomize.overlay("production"), kind, name);
        assertThat(Shapes.complaint(good)).isNull();
        assertThat(Shapes.complaint(good.with(pointer, value))).isNotNull();
    }

    @Test
    void aKindThatNobodyKnowsIsFound() {
        Resource good = Resource.named(Kustomize.overlay("staging"), "Ingress", "cabinet");
        assertThat(Shapes.complaint(good.with("/kind", "Ingres"))).contains("unknown kind");
        assertThat(Shapes.complaint(good.with("/apiVersion", "extensions/v1beta1")))
                .contains("unknown kind");
        assertThat(Shapes.complaint(good.with("/metadata", Map.of("label", "x"))))
                .isNotNull();
    }
}
