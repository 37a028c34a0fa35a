package io.abonent.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.abonent.platform.web.Http;
import io.abonent.platform.web.SampleTest;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;

@SampleTest
class ManagementPortIT {

    private final int port;
    private final Http http;

    ManagementPortIT(@LocalManagementPort int port) {
        this.port = port;
        this.http = new Http(port);
    }

    @Test
    void probesAndScrapersNeedNoToken() {
        assertThat(http.get("/actuator/health/liveness", null).body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(http.get("/actuator/health/readiness", null).status()).isEqualTo(200);
        assertThat(http.get("/actuator/info", null).status()).isEqualTo(200);
        String metrics = http.get("/actuator/prometheus", null).body();
        assertThat(metrics)
                .contains("application=\"sample\"", "abonent_idempotency_repeated_total", "hikaricp_connections")
                .contains("cache=\"abonent.security.verified.tokens\"");
    }

    @Test
    void secretsAreNotServedAtAll() {
        for (String endpoint : new String[] {"env", "configprops", "heapdump", "shutdown"}) {
            assertThat(http.get("/actuator/" + endpoint, null).status())
                    .as(endpoint)
                    .isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void theRestAnswersOnlyOnThisMachine() throws Exception {
        assertThat(http.get("/actuator/loggers", null).status()).isEqualTo(200);
        Optional<String> address = otherAddress();
        assumeThat(address).isPresent();
        assertThat(status(address.orElseThrow(), "/actuator/loggers")).isEqualTo(403);
        assertThat(status(address.orElseThrow(), "/actuator/health")).isEqualTo(200);
    }

    private int status(String host, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + path))
                                .header("X-Forwarded-For", "127.0.0.1")
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private static Optional<String> otherAddress() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst();
    }
}
