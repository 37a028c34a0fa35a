package io.abonent.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * Makes every secret once and keeps it. A process finds its own as files named like the property ({@code configtree:}),
 * the way Kubernetes mounts them, and cannot see those of another.
 */
final class Secrets {

    private final Home home;
    private final SecureRandom random = new SecureRandom();

    Secrets(Home home) {
        this.home = home;
    }

    void prepare() throws IOException, GeneralSecurityException {
        for (String service : Topology.SERVICES) {
            ensure(service, "spring.datasource.password", token());
        }
        ensure("identity", "abonent.password.pepper", key());
        ensure("identity", "abonent.verification.hmac-key", key());
        ensure("identity", "abonent.keys.encryption-key", key());
        ensure("consent", "abonent.evidence.signing-key", key());
        ensure("gateway", "abonent.sessions.encryption-key", key());
        ensure("gateway", "abonent.client.private-jwk", signingKey());
        share("abonent.back-office.api-key", token(), "account", "billing");
        alias("account", "abonent.back-office.api-key", "simulators", "simulators.back-office.api-key");
        ensure("billing", "abonent.payment-provider.shop-id", "local-shop");
        alias("billing", "abonent.payment-provider.shop-id", "simulators", "simulators.payment-provider.shop-id");
        ensure("billing", "abonent.payment-provider.secret-key", token());
        alias("billing", "abonent.payment-provider.secret-key", "simulators", "simulators.payment-provider.secret-key");
        ensure("billing", "abonent.fiscal.token", token());
        alias("billing", "abonent.fiscal.token", "simulators", "simulators.fiscal.token");
        // SMPP 3.4 allows eight characters.
        ensure("notification", "abonent.sms.password", token().substring(0, 8));
        alias("notification", "abonent.sms.password", "simulators", "simulators.smpp.password");
        verificationKeys();
    }

    /** A password which the launcher itself needs. */
    String read(String process, String property) throws IOException {
        return Files.readString(home.secrets(process).resolve(property));
    }

    private void share(String property, String value, String first, String second) throws IOException {
        ensure(first, property, value);
        alias(first, property, second, property);
    }

    private void alias(String from, String property, String to, String alias) throws IOException {
        write(to, alias, read(from, property));
    }

    private void verificationKeys() throws IOException, GeneralSecurityException {
        Path privateKey = home.secrets("notification").resolve("abonent.verification.private-jwk");
        Path publicKey = home.secrets("identity").resolve("abonent.verification.notification-public-jwk");
        if (Files.exists(privateKey) && Files.exists(publicKey)) {
            return;
        }
        KeyPair pair = keyPair();
        String common = publicMembers(pair, "enc");
        write("notification", "abonent.verification.private-jwk", "{" + common + privateMember(pair) + "}");
        write("identity", "abonent.verification.notification-public-jwk", "{" + common + "}");
    }

    private String signingKey() throws GeneralSecurityException {
        KeyPair pair = keyPair();
        return "{" + publicMembers(pair, "sig") + privateMember(pair) + "}";
    }

    private KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    private String publicMembers(KeyPair pair, String use) {
        ECPublicKey open = (ECPublicKey) pair.getPublic();
        return "\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"" + use + "\",\"kid\":\""
                + token().substring(0, 12) + "\",\"x\":\""
                + coordinate(open.getW().getAffineX().toByteArray()) + "\",\"y\":\""
                + coordinate(open.getW().getAffineY().toByteArray()) + "\"";
    }

    private static String privateMember(KeyPair pair) {
        return ",\"d\":\""
                + coordinate(((ECPrivateKey) pair.getPrivate()).getS().toByteArray()) + "\"";
    }

    /** RFC 7518, 6.2.1.2: exactly 32 bytes, whatever sign byte or missing zeros BigInteger gives. */
    private static String coordinate(byte[] signed) {
        byte[] octets = new byte[32];
        int length = Math.min(32, signed.length);
        System.arraycopy(signed, signed.length - length, octets, 32 - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    private void ensure(String process, String property, String fresh) throws IOException {
        if (!Files.exists(home.secrets(process).resolve(property))) {
            write(process, property, fresh);
        }
    }

    private void write(String process, String property, String value) throws IOException {
        Path directory = Files.createDirectories(home.secrets(process));
        Path file = directory.resolve(property);
        Files.writeString(file, value, StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private String key() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private String token() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
