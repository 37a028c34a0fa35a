package io.abonent.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the manifests mount, make-secrets or an operator makes; and nothing secret is in the manifests themselves. */
class SecretsTests {

    private static final List<String> OVERLAYS = List.of("single-host", "staging", "production");
    private static List<Resource> made = List.of();

    @BeforeAll
    static void make() throws IOException, InterruptedException {
        Process script = new ProcessBuilder(
                        Repository.KUBERNETES.resolve("make-secrets").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).isZero();
        made = Kustomize.parse(output);
    }

    @ParameterizedTest
    @ValueSource(strings = {"single-host", "staging", "production"})
    void everyKeyThatIsMountedIsMade(String overlay) {
        Set<String> needed = keys(overlay);
        needed.removeIf(key -> madeByAnOperator(overlay, key));
        assertThat(keysOfScript()).containsAll(needed);
        assertThat(needed).hasSizeGreaterThan(20);
    }

    @Test
    void nothingIsMadeThatNobodyMounts() {
        Set<String> mounted =
                OVERLAYS.stream().flatMap(overlay -> keys(overlay).stream()).collect(Collectors.toSet());
        Set<String> unused = keysOfScript();
        unused.removeAll(mounted);
        // The user's name belongs to the form of a basic-auth secret.
        unused.removeIf(key -> key.endsWith(" username"));
        assertThat(unused).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"single-host", "staging", "production"})
    void noSecretIsInTheManifests(String overlay) {
        assertThat(Resource.ofKind(Kustomize.overlay(overlay), "Secret")).isEmpty();
        Set<String> secret = keysOfScript().stream()
                .map(key -> key.substring(key.indexOf(' ') + 1))
                .collect(Collectors.toSet());
        secret.removeAll(Set.of("username", "password"));
        assertThat(Resource.ofKind(Kustomize.overlay(overlay), "ConfigMap")
                        .flatMap(map -> map.at("/data").propertyStream())
                        .map(entry -> entry.getKey()))
                .doesNotContainAnyElementsOf(secret);
    }

    @Test
    void everyMadeSecretIsOneThatTheClusterTakes() {
        assertThat(made)
                .allSatisfy(secret -> assertThat(Shapes.complaint(secret)).isNull());
    }

    @Test
    void theTwoHalvesOfThePairFit() throws GeneralSecurityException {
        JsonNode open = jwk("identity-service", "abonent.verification.notification-public-jwk");
        JsonNode closed = jwk("notification-service", "abonent.verification.private-jwk");
        assertThat(open.has("d")).isFalse();
        assertThat(closed.path("kid")).isEqualTo(open.path("kid"));
        assertThat(fit(open, closed)).isTrue();

        JsonNode gateway = jwk("web-gateway", "abonent.client.private-jwk");
        assertThat(fit(gateway, gateway)).isTrue();
        assertThat(fit(open, gateway)).isFalse();
    }

    private static boolean fit(JsonNode open, JsonNode closed) throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECParameterSpec parameters = curve.getParameterSpec(ECParameterSpec.class);
        KeyFactory keys = KeyFactory.getInstance("EC");
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.generatePrivate(new ECPrivateKeySpec(number(closed, "d"), parameters)));
        signature.update(new byte[] {1, 2, 3});
        byte[] signed = signature.sign();
        signature.initVerify(keys.generatePublic(
                new ECPublicKeySpec(new ECPoint(number(open, "x"), number(open, "y")), parameters)));
        signature.update(new byte[] {1, 2, 3});
        return signature.verify(signed);
    }

    private static JsonNode jwk(String secret, String key) {
        return JsonMapper.shared()
                .readTree(Resource.named(made, "Secret", secret)
                        .at("/stringData")
                        .path(key)
                        .asString());
    }

    private static BigInteger number(JsonNode jwk, String name) {
        byte[] bytes = Base64.getUrlDecoder().decode(jwk.path(name).asString());
        assertThat(bytes).hasSize(32);
        return new BigInteger(1, bytes);
    }

    private static Set<String> keysOfScript() {
        return made.stream()
                .flatMap(secret ->
                        secret.at("/stringData").propertyStream().map(entry -> secret.name() + " " + entry.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(String overlay) {
        Set<String> keys = new TreeSet<>();
        List<Resource> all = Kustomize.overlay(overlay);
        Policies.pods(all)
                .flatMap(pod -> pod.podSpec().path("volumes").valueStream())
                .flatMap(volume -> volume.at("/projected/sources").valueStream())
                .filter(source ->
                        source.has("secret") && !source.at("/secret/optional").asBoolean(false))
                .forEach(source -> source.at("/secret/items")
                        .forEach(item -> keys.add(source.at("/secret/name").asString() + " "
                                + item.path("key").asString())));
        Resource.ofKind(all, "Cluster")
                .flatMap(cluster -> Stream.concat(
                        Stream.of(cluster.at("/spec/bootstrap/initdb/secret/name")),
                        cluster.at("/spec/managed/roles").valueStream().map(role -> role.at("/passwordSecret/name"))))
                .forEach(name -> keys.add(name.asString() + " password"));
        Resource.ofKind(all, "ObjectStore")
                .flatMap(store -> store.at("/spec/configuration/s3Credentials").valueStream())
                .forEach(selector -> keys.add(selector.path("name").asString() + " "
                        + selector.path("key").asString()));
        return keys;
    }

    private static boolean madeByAnOperator(String overlay, String key) {
        String name = key.substring(0, key.indexOf(' '));
        List<Resource> all = Kustomize.overlay(overlay);
        boolean database = Resource.ofKind(all, "Cluster").anyMatch(cluster -> name.equals(cluster.name() + "-ca"));
        boolean brokers =
                Resource.ofKind(all, "Kafka").anyMatch(kafka -> name.equals(kafka.name() + "-cluster-ca-cert"));
        boolean user = Resource.ofKind(all, "KafkaUser").anyMatch(one -> name.equals(one.name()));
        return database || brokers || user;
    }
}
