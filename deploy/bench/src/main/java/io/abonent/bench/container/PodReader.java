package io.abonent.bench.container;

import io.abonent.bench.container.Pod.Identity;
import io.abonent.bench.container.Pod.Limits;
import io.abonent.bench.container.Pod.Mount;
import io.abonent.bench.container.Pod.Probe;
import io.abonent.bench.container.Pod.Source;
import io.abonent.bench.container.Pod.Volume;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** From a workload to a pod. Fields that mean nothing without a cluster are named here, all others must be understood. */
final class PodReader {

    private static final String[] POD = {
        "serviceAccountName",
        "automountServiceAccountToken",
        "enableServiceLinks",
        "topologySpreadConstraints",
        "restartPolicy",
        "terminationGracePeriodSeconds",
        "securityContext",
        "containers",
        "volumes"
    };
    private static final String[] CONTAINER = {
        "name",
        "image",
        "imagePullPolicy",
        "lifecycle",
        "livenessProbe",
        "startupProbe",
        "readinessProbe",
        "command",
        "env",
        "ports",
        "resources",
        "securityContext",
        "volumeMounts"
    };
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private PodReader() {}

    static Pod read(JsonNode workload) {
        String name = Manifests.nameOf(workload);
        JsonNode spec = workload.path("spec");
        Fields pod = Fields.of(name, spec.at("/template/spec"), POD);
        List<Fields> containers = pod.children("containers", CONTAINER);
        if (containers.size() != 1) {
            throw new IllegalArgumentException(name + ": one container was expected");
        }
        Fields container = containers.getFirst();
        Fields security = hardened(container);
        Map<String, Integer> ports = new LinkedHashMap<>();
        container
                .children("ports", "name", "containerPort")
                .forEach(port -> ports.put(port.text("name"), port.number("containerPort", 0)));
        Map<String, String> labels = new HashMap<>();
        spec.at("/template/metadata/labels")
                .propertyStream()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asString()));
        return new Pod(
                name,
                labels,
                container.text("image"),
                container.texts("command"),
                environment(container),
                ports,
                identity(pod, security.truth("readOnlyRootFilesystem")),
                limits(pod, container),
                mounts(container, volumes(pod, spec)),
                probe(container, ports),
                patience(container),
                workload.path("kind").asString("").equals("Job")
                        ? spec.path("backoffLimit").asInt(6)
                        : -1);
    }

    private static Map<String, String> environment(Fields container) {
        Map<String, String> environment = new LinkedHashMap<>();
        container
                .children("env", "name", "value")
                .forEach(variable -> environment.put(variable.text("name"), variable.text("value")));
        return environment;
    }

    /** Anything weaker is not started. */
    private static Fields hardened(Fields container) {
        Fields security = container.child(
                "securityContext", "allowPrivilegeEscalation", "readOnlyRootFilesystem", "capabilities");
        if (security.truth("allowPrivilegeEscalation")
                || !security.has("allowPrivilegeEscalation")
                || !security.child("capabilities", "drop").texts("drop").equals(List.of("ALL"))) {
            throw new IllegalArgumentException(container.where() + ": has rights that it must not have");
        }
        return security;
    }

    private static Identity identity(Fields pod, boolean readOnlyRoot) {
        Fields security = pod.child(
                "securityContext",
                "runAsNonRoot",
                "runAsUser",
                "runAsGroup",
                "fsGroup",
                "fsGroupChangePolicy",
                "seccompProfile");
        int user = security.number("runAsUser", 0);
        if (!security.truth("runAsNonRoot") || user == 0) {
            throw new IllegalArgumentException(pod.where() + ": runs as root");
        }
        int group = security.number("runAsGroup", user);
        return new Identity(user, group, security.number("fsGroup", group), readOnlyRoot);
    }

    private static Limits limits(Fields pod, Fields container) {
        Fields resources = container.child("resources", "requests", "limits");
        Fields limits = resources.child("limits", "cpu", "memory");
        long milli = milli(limits.text("cpu"));
        return new Limits(
                bytes(limits.text("memory")),
                milli / 1000 + "." + "%03d".formatted(milli % 1000),
                milli(resources.child("requests", "cpu", "memory").text("cpu")) * 1024 / 1000,
                pod.number("terminationGracePeriodSeconds", 30));
    }

    private static long milli(String processors) {
        return processors.endsWith("m")
                ? Long.parseLong(processors.substring(0, processors.length() - 1))
                : Long.parseLong(processors) * 1000;
    }

    private static Map<String, Volume> volumes(Fields pod, JsonNode spec) {
        Map<String, Volume> volumes = new HashMap<>();
        for (Fields volume : pod.children("volumes", "name", "emptyDir", "configMap", "projected")) {
            volumes.put(volume.text("name"), volume(volume));
        }
        spec.path("volumeClaimTemplates").forEach(claim -> {
            String name = Manifests.nameOf(claim);
            volumes.put(name, new Volume.Empty(name, 0));
        });
        return volumes;
    }

    private static Volume volume(Fields volume) {
        String name = volume.text("name");
        if (volume.has("emptyDir")) {
            return new Volume.Empty(
                    name, bytes(volume.child("emptyDir", "sizeLimit").text("sizeLimit")));
        }
        if (volume.has("configMap")) {
            String map = volume.child("configMap", "name").text("name");
            return new Volume.Files(name, 0644, List.of(new Source(false, map, Map.of(), false)));
        }
        Fields projected = volume.child("projected", "defaultMode", "sources");
        List<Source> sources = new ArrayList<>();
        for (Fields source : projected.children("sources", "configMap", "secret")) {
            boolean secret = source.has("secret");
            Fields from = source.child(secret ? "secret" : "configMap", "name", "items", "optional");
            Map<String, String> items = new LinkedHashMap<>();
            from.children("items", "key", "path").forEach(item -> items.put(item.text("key"), item.text("path")));
            sources.add(new Source(secret, from.text("name"), items, from.truth("optional")));
        }
        return new Volume.Files(name, projected.number("defaultMode", 0644), sources);
    }

    private static List<Mount> mounts(Fields container, Map<String, Volume> volumes) {
        List<Mount> mounts = new ArrayList<>();
        for (Fields mount : container.children("volumeMounts", "name", "mountPath", "readOnly")) {
            Volume volume = volumes.get(mount.text("name"));
            if (volume == null) {
                throw new IllegalArgumentException(mount.where() + ": no volume " + mount.text("name"));
            }
            mounts.add(new Mount(volume, mount.text("mountPath"), mount.truth("readOnly")));
        }
        return mounts;
    }

    private static @Nullable Probe probe(Fields container, Map<String, Integer> ports) {
        if (!container.has("readinessProbe")) {
            return null;
        }
        Fields probe = container.child(
                "readinessProbe",
                "httpGet",
                "tcpSocket",
                "exec",
                "periodSeconds",
                "failureThreshold",
                "timeoutSeconds");
        if (probe.has("exec")) {
            return new Probe.Exec(probe.child("exec", "command").texts("command"));
        }
        if (probe.has("tcpSocket")) {
            return new Probe.Tcp(port(probe.child("tcpSocket", "port"), ports));
        }
        Fields get = probe.child("httpGet", "path", "port");
        return new Probe.Http(port(get, ports), get.text("path"));
    }

    private static int port(Fields probe, Map<String, Integer> ports) {
        Integer port = ports.get(probe.text("port"));
        if (port == null) {
            throw new IllegalArgumentException(probe.where() + ": no port " + probe.text("port"));
        }
        return port;
    }

    /** After this a cluster would have killed it. */
    private static Duration patience(Fields container) {
        JsonNode startup = container.json().path("startupProbe");
        return startup.isMissingNode()
                ? PATIENCE
                : Duration.ofSeconds(startup.path("periodSeconds").asLong(10)
                        * startup.path("failureThreshold").asLong(3));
    }

    private static long bytes(String quantity) {
        long number = Long.parseLong(quantity.substring(0, quantity.length() - 2));
        return switch (quantity.substring(quantity.length() - 2)) {
            case "Mi" -> number << 20;
            case "Gi" -> number << 30;
            default -> throw new IllegalArgumentException("not an amount of memory: " + quantity);
        };
    }
}
