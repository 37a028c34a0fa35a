package io.abonent.bench.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.abonent.bench.container.Pod.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodReaderTests {

    private static final String YAML = """
            apiVersion: v1
            kind: Service
            metadata: {name: shop}
            spec:
              selector: {app: shop}
              ports:
              - {name: http, port: 8080, targetPort: http}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: shop-deployment}
            spec:
              template:
                metadata: {labels: {app: shop, app.kubernetes.io/part-of: abonent}}
                spec:
                  automountServiceAccountToken: false
                  terminationGracePeriodSeconds: 90
                  securityContext: {runAsNonRoot: true, runAsUser: 65532, runAsGroup: 65532, fsGroup: 7}
                  containers:
                  - name: shop
                    image: abonent/shop:1
                    command: [java, -version]
                    env: [{name: A, value: b}]
                    ports:
                    - {name: http, containerPort: 8080}
                    - {name: management, containerPort: 9080}
                    startupProbe:
                      httpGet: {path: /live, port: management}
                      periodSeconds: 5
                      failureThreshold: 96
                    readinessProbe:
                      httpGet: {path: /ready, port: management}
                    resources:
                      requests: {cpu: 50m, memory: 512Mi}
                      limits: {cpu: 500m, memory: 640Mi}
                    securityContext:
                      allowPrivilegeEscalation: false
                      readOnlyRootFilesystem: true
                      capabilities: {drop: [ALL]}
                    volumeMounts:
                    - {name: settings, mountPath: /etc/shop, readOnly: true}
                    - {name: tmp, mountPath: /tmp}
                  volumes:
                  - name: settings
                    projected:
                      defaultMode: 288
                      sources:
                      - configMap: {name: shop-config}
                      - secret: {name: shop, items: [{key: password, path: db.password}]}
                  - name: tmp
                    emptyDir: {sizeLimit: 64Mi}
            """;

    private static Pod pod(String yaml) {
        return Manifests.parse(yaml).pods().getFirst();
    }

    @Test
    void everythingThatTheManifestSaysIsSaidToTheEngine() {
        Manifests manifests = Manifests.parse(YAML);
        Pod pod = pod(YAML);
        Volumes volumes = new Volumes(Path.of("/v"), manifests);

        assertThat(new Engine("net", "127.0.41.1").arguments(pod, pod.image(), manifests.aliases(pod), volumes))
                .containsSequence("--name", "net-shop-deployment")
                .containsSequence("--network-alias", "shop")
                .containsSequence("--user", "65532:65532")
                .containsSequence("--group-add", "7")
                .containsSequence("--cap-drop", "ALL")
                .containsSequence("--security-opt", "no-new-privileges")
                .containsSequence("--memory", Long.toString(640L << 20))
                .containsSequence("--cpus", "0.500")
                .containsSequence("--cpu-shares", "51")
                .containsSequence("--stop-timeout", "90")
                .containsSequence("--restart", "unless-stopped")
                .contains("--read-only")
                .containsSequence("--env", "A=b")
                .containsSequence("--publish", "127.0.41.1:9080:9080")
                .containsSequence("--mount", "type=bind,src=/v/shop-deployment/settings,dst=/etc/shop,readonly")
                .containsSequence("--mount", "type=bind,src=/v/shop-deployment/tmp,dst=/tmp")
                .endsWith("--entrypoint", "java", "abonent/shop:1", "-version");
        assertThat(pod.patience()).isEqualTo(Duration.ofMinutes(8));
        assertThat(pod.readiness()).isEqualTo(new Pod.Probe.Http(9080, "/ready"));
        assertThat(pod.mounts().get(0).volume())
                .isInstanceOfSatisfying(
                        Volume.Files.class, files -> assertThat(files.mode()).isEqualTo(0440));
        assertThat(pod.mounts().get(1).volume()).isEqualTo(new Volume.Empty("tmp", 64 << 20));
    }

    @Test
    void aJobHasAnEndAndItsRetries() {
        Pod job = pod(YAML.replace("kind: Deployment", "kind: Job")
                .replace("\nspec:\n  template", "\nspec:\n  backoffLimit: 3\n  template"));

        assertThat(job.retries()).isEqualTo(3);
        assertThat(job.ends()).isTrue();
        assertThat(pod(YAML).ends()).isFalse();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            runAsNonRoot: true              | runAsNonRoot: false                   | runs as root
            runAsUser: 65532                | runAsUser: 0                          | runs as root
            drop: [ALL]                     | drop: [NET_RAW]                       | rights
            allowPrivilegeEscalation: false | allowPrivilegeEscalation: true        | rights
            terminationGracePeriodSeconds   | hostNetwork: true, x                  | hostNetwork
            {name: A, value: b}             | {name: A, valueFrom: {fieldRef: {}}}  | valueFrom
            readOnly: true                  | subPath: x                            | subPath
            emptyDir: {sizeLimit: 64Mi}     | hostPath: {path: /}                   | hostPath
            name: tmp, mountPath            | name: other, mountPath                | no volume other
            memory: 640Mi                   | memory: 640M                          | amount of memory
            path: /ready, port: management  | path: /ready, port: admin             | no port admin
            """)
    void whatContainersCannotShowIsRefused(String before, String after, String complaint) {
        String changed = YAML.replace(before, after.replace(", x", "\n      terminationGracePeriodSeconds"));
        assertThat(changed).isNotEqualTo(YAML);

        assertThatThrownBy(() -> pod(changed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void aServiceThatLeadsToAnotherPortIsRefused() {
        Manifests manifests = Manifests.parse(YAML.replace("port: 8080, targetPort", "port: 80, targetPort"));

        assertThatThrownBy(() -> manifests.aliases(manifests.pods().getFirst())).hasMessageContaining("8080");
    }

    @Test
    void aSelectorThatFitsNobodyNamesNobody() {
        Manifests manifests = Manifests.parse(YAML.replace("selector: {app: shop}", "selector: {app: other}"));

        assertThat(manifests.aliases(manifests.pods().getFirst())).isEqualTo(List.of());
    }
}
