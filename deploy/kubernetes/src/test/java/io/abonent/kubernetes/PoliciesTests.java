package io.abonent.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every process is hardened, guarded, watched and stopped gently; and the rules notice when one is not. */
class PoliciesTests {

    @ParameterizedTest
    @ValueSource(strings = {"single-host", "staging", "production"})
    void everyPodIsHardened(String overlay) {
        List<Resource> all = Kustomize.overlay(overlay);
        assertThat(Policies.ofPods(all)).isEmpty();
        assertThat(Policies.ofServices(all)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"staging", "production"})
    void everyServiceSurvivesTheLossOfAPod(String overlay) {
        assertThat(Policies.ofClusters(Kustomize.overlay(overlay))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"staging", "production"})
    void whatNoPolicyAllowsIsDenied(String overlay) {
        Resource denied = Resource.named(Kustomize.overlay(overlay), "NetworkPolicy", "deny-all");
        assertThat(denied.at("/spec/podSelector").isEmpty()).isTrue();
        assertThat(denied.at("/spec/policyTypes").toString()).isEqualTo("[\"Ingress\",\"Egress\"]");
        assertThat(denied.at("/spec/ingress").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"single-host", "staging", "production"})
    void everyServiceOfTheHouseIsDeployedAndNothingElseOfIt(String overlay) throws IOException {
        assertThat(Policies.services(Kustomize.overlay(overlay)).map(Resource::name))
                .containsExactlyInAnyOrderElementsOf(Repository.processes());
        assertThat(Resource.ofKind(Kustomize.overlay(overlay), "Job").map(Resource::name))
                .containsAll(Repository.services().stream()
                        .map(service -> service.replace("-service", "-migration"))
                        .toList());
    }

    static Stream<Arguments> spoiled() {
        String pod = "/spec/template/spec/";
        String container = pod + "containers/0/";
        return Stream.of(
                Arguments.of(pod + "securityContext/runAsNonRoot", false, "runs as root"),
                Arguments.of(pod + "securityContext/runAsUser", 0, "has no user"),
                Arguments.of(pod + "securityContext/seccompProfile", null, "seccomp"),
                Arguments.of(pod + "automountServiceAccountToken", null, "token"),
                Arguments.of(pod + "hostNetwork", true, "hostNetwork"),
                Arguments.of(pod + "terminationGracePeriodSeconds", 60, "killed while"),
                Arguments.of(pod + "topologySpreadConstraints", null, "not spread"),
                Arguments.of(container + "securityContext/readOnlyRootFilesystem", false, "write its root"),
                Arguments.of(container + "securityContext/allowPrivilegeEscalation", true, "privileges"),
                Arguments.of(container + "securityContext/capabilities", null, "keeps capabilities"),
                Arguments.of(container + "resources/limits", null, "no resources/limits"),
                Arguments.of(container + "image", "registry/billing-service:latest", "moving image"),
                Arguments.of(container + "image", "registry/billing-service", "moving image"),
                Arguments.of(container + "lifecycle", null, "load balancers"),
                Arguments.of(container + "livenessProbe/httpGet/port", "http", "livenessProbe"),
                Arguments.of(container + "livenessProbe/httpGet/path", "/actuator/health", "is killed by"),
                Arguments.of(container + "readinessProbe", null, "readinessProbe"),
                Arguments.of("/spec/replicas", 2, "beside its autoscaler"),
                Arguments.of("/spec/strategy/rollingUpdate/maxUnavailable", 1, "before its successor"));
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @MethodSource("spoiled")
    void aSoftSpotIsFound(String pointer, @org.jspecify.annotations.Nullable Object value, String complaint) {
        assertThat(complaints(all -> all.stream()
                        .map(resource -> resource.kind().equals("Deployment")
                                        && resource.name().equals("billing-service")
                                ? resource.with(pointer, value)
                                : resource)
                        .toList()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).startsWith("Deployment billing-service"))
                .anySatisfy(line -> assertThat(line).contains(complaint));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PodDisruptionBudget", "NetworkPolicy", "Service", "ScaledObject"})
    void aMissingGuardIsFound(String kind) {
        assertThat(complaints(all -> all.stream()
                        .filter(resource -> !(resource.kind().equals(kind)
                                && resource.name().startsWith("billing-")))
                        .toList()))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).startsWith("Deployment billing-service"));
    }

    @Test
    void twoAutoscalersOfOneServiceAreFound() {
        assertThat(complaints(all -> {
                    List<Resource> more = new ArrayList<>(all);
                    more.add(
                            Resource.named(Kustomize.overlay("staging"), "HorizontalPodAutoscaler", "billing-service"));
                    return more;
                }))
                .containsExactly("Deployment billing-service has 2 autoscalers");
    }

    private static List<String> complaints(Function<List<Resource>, List<Resource>> spoil) {
        List<Resource> spoiled = spoil.apply(Kustomize.overlay("production"));
        return Stream.of(Policies.ofPods(spoiled), Policies.ofServices(spoiled), Policies.ofClusters(spoiled))
                .flatMap(List::stream)
                .toList();
    }
}
