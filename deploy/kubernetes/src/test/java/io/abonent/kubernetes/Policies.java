package io.abonent.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What every process of the house must have; each rule says what is missing, or nothing. */
final class Policies {

    /** spring.lifecycle.timeout-per-shutdown-phase and abonent.consume.retry-max of the starter. */
    private static final int REQUESTS_IN_FLIGHT = 20;

    private static final int LONGEST_PAUSE_OF_A_CONSUMER = 30;

    private Policies() {}

    /** Rules of any pod, whoever runs in it. */
    static List<String> ofPods(List<Resource> all) {
        return complaints(pods(all), (pod, complain) -> {
            JsonNode security = pod.podSpec().path("securityContext");
            need(security.path("runAsNonRoot").asBoolean(false), "runs as root", complain);
            need(security.path("runAsUser").asInt(0) > 0, "has no user", complain);
            need("RuntimeDefault".equals(text(security, "/seccompProfile/type")), "has no seccomp profile", complain);
            need(!pod.podSpec().path("automountServiceAccountToken").asBoolean(true), "has a token", complain);
            pod.podSpec().path("volumes").forEach(volume -> need(!volume.has("hostPath"), "mounts the host", complain));
            List.of("hostNetwork", "hostPID", "hostIPC")
                    .forEach(host -> need(!pod.podSpec().path(host).asBoolean(false), "has " + host, complain));
            pod.containers().forEach(container -> ofContainer(pod, container, complain));
        });
    }

    private static void ofContainer(Resource pod, JsonNode container, Consumer<String> complain) {
        JsonNode security = container.path("securityContext");
        boolean writesItself = pod.kind().equals("StatefulSet") && pod.name().equals("kafka");
        need(writesItself || security.path("readOnlyRootFilesystem").asBoolean(false), "can write its root", complain);
        need(!security.path("allowPrivilegeEscalation").asBoolean(true), "may gain privileges", complain);
        need("ALL".equals(text(security, "/capabilities/drop/0")), "keeps capabilities", complain);
        need(security.at("/capabilities/add").isMissingNode(), "adds capabilities", complain);
        for (String amount : List.of("/requests/cpu", "/requests/memory", "/limits/cpu", "/limits/memory")) {
            need(!container.path("resources").at(amount).isMissingNode(), "has no resources" + amount, complain);
        }
        String image = text(container, "/image");
        need(image.matches("[^@]+:[0-9].*|.+@sha256:[0-9a-f]{64}"), "has the moving image " + image, complain);
        container
                .path("env")
                .forEach(variable -> need(
                        variable.at("/valueFrom/secretKeyRef").isMissingNode(),
                        "has a secret in a variable",
                        complain));
    }

    /** Rules of the house's own processes. */
    static List<String> ofServices(List<Resource> all) {
        return complaints(services(all), (service, complain) -> {
            probes(service, complain);
            int pause = service.podSpec()
                    .at("/containers/0/lifecycle/preStop/sleep/seconds")
                    .asInt(0);
            need(pause >= 5, "stops before it has left the load balancers", complain);
            need(
                    service.podSpec().path("terminationGracePeriodSeconds").asInt(30)
                            > pause + REQUESTS_IN_FLIGHT + LONGEST_PAUSE_OF_A_CONSUMER,
                    "is killed while it still works",
                    complain);
            need(
                    service.podSpec().path("topologySpreadConstraints").size() >= 2,
                    "is not spread over machines and zones",
                    complain);
            need(
                    guarded(all, service, "NetworkPolicy", "/spec/podSelector/matchLabels"),
                    "has no network policy",
                    complain);
            need(hasService(all, service), "has no Service", complain);
        });
    }

    /** Rules where more than one machine runs. */
    static List<String> ofClusters(List<Resource> all) {
        return complaints(services(all), (service, complain) -> {
            need(
                    guarded(all, service, "PodDisruptionBudget", "/spec/selector/matchLabels"),
                    "has no disruption budget",
                    complain);
            List<JsonNode> scalers = scalers(all, service).toList();
            need(scalers.size() == 1, "has " + scalers.size() + " autoscalers", complain);
            scalers.forEach(scaler -> need(
                    Math.max(
                                    scaler.path("minReplicas").asInt(0),
                                    scaler.path("minReplicaCount").asInt(0))
                            >= 2,
                    "may run alone",
                    complain));
            need(service.at("/spec/replicas").isMissingNode(), "has replicas beside its autoscaler", complain);
            need(
                    service.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(1) == 0,
                    "is taken away before its successor is there",
                    complain);
        });
    }

    static Stream<Resource> services(List<Resource> all) {
        return Resource.ofKind(all, "Deployment")
                .filter(deployment ->
                        deployment.label("app.kubernetes.io/part-of").equals("abonent"));
    }

    static Stream<Resource> pods(List<Resource> all) {
        return all.stream()
                .filter(resource -> Set.of("Deployment", "StatefulSet", "Job").contains(resource.kind()));
    }

    private static void probes(Resource service, Consumer<String> complain) {
        JsonNode container = service.podSpec().path("containers").path(0);
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            need(
                    "management".equals(text(container, "/" + probe + "/httpGet/port")),
                    "has no " + probe + " on the management port",
                    complain);
        }
        String live = text(container, "/livenessProbe/httpGet/path");
        need(live.equals("/actuator/health/liveness"), "is killed by " + live, complain);
        int http = port(container, "http");
        need(port(container, "management") == http + 1000, "has its management port elsewhere", complain);
    }

    private static int port(JsonNode container, String name) {
        return container
                .path("ports")
                .valueStream()
                .filter(port -> name.equals(port.path("name").asString("")))
                .mapToInt(port -> port.path("containerPort").asInt(0))
                .findFirst()
                .orElse(0);
    }

    private static boolean guarded(List<Resource> all, Resource service, String kind, String selector) {
        return Resource.ofKind(all, kind)
                .map(resource -> resource.at(selector))
                .anyMatch(labels -> labels.has("app.kubernetes.io/name") && service.matches(labels));
    }

    private static boolean hasService(List<Resource> all, Resource service) {
        int port = port(service.podSpec().path("containers").path(0), "http");
        return Resource.ofKind(all, "Service")
                .filter(resource -> service.matches(resource.at("/spec/selector")))
                .anyMatch(resource -> resource.name().equals(service.name())
                        && resource.at("/spec/ports/0/port").asInt(0) == port);
    }

    private static Stream<JsonNode> scalers(List<Resource> all, Resource service) {
        return all.stream()
                .filter(resource ->
                        Set.of("HorizontalPodAutoscaler", "ScaledObject").contains(resource.kind()))
                .map(resource -> resource.at("/spec"))
                .filter(scaler -> service.name().equals(text(scaler, "/scaleTargetRef/name")));
    }

    private static String text(JsonNode node, String pointer) {
        return node.at(pointer).asString("");
    }

    private static void need(boolean fulfilled, String otherwise, Consumer<String> complain) {
        if (!fulfilled) {
            complain.accept(otherwise);
        }
    }

    private static List<String> complaints(Stream<Resource> resources, BiConsumer<Resource, Consumer<String>> rules) {
        List<String> complaints = new ArrayList<>();
        resources.forEach(resource -> rules.accept(resource, complaint -> complaints.add(resource + " " + complaint)));
        return complaints;
    }
}
