package io.abonent.platform.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CopyOnWriteArrayList;

/** The issuer's keys, one set per JVM, served over a real socket so that the production decoder fetches them. */
final class TokenKeys {

    static final ECKey CURRENT = generate("test-1");
    static final ECKey STRANGER = generate("stranger");

    private static final CopyOnWriteArrayList<ECKey> PUBLISHED = new CopyOnWriteArrayList<>(new ECKey[] {CURRENT});
    private static final HttpServer SERVER = serve();

    private TokenKeys() {}

    static URI jwkSetUri() {
        return URI.create("http://127.0.0.1:" + SERVER.getAddress().getPort() + "/oauth2/jwks");
    }

    /** A rotation: from now on both are published. */
    static void publish(ECKey key) {
        PUBLISHED.add(key);
    }

    static ECKey generate(String keyId) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(keyId)
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer serve() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/oauth2/jwks", exchange -> {
                byte[] keys = new JWKSet(PUBLISHED.stream()
                                .map(ECKey::toPublicJWK)
                                .map(com.nimbusds.jose.jwk.JWK.class::cast)
                                .toList())
                        .toString()
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.setExecutor(task -> Thread.ofVirtual().start(task));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
