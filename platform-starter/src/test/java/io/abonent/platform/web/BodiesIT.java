package io.abonent.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.platform.testkit.OpenApiSnapshot;
import io.abonent.platform.testkit.RouteMatrix;
import io.abonent.platform.testkit.TestTokens;
import io.abonent.platform.web.Http.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SampleTest
class BodiesIT {

    private static final String ORDER = "/api/v1/orders";

    private final String token = TestTokens.forUser(UUID.randomUUID());
    private final int port;
    private final Http http;

    BodiesIT(@LocalServerPort int port) {
        this.port = port;
        this.http = new Http(port);
    }

    @Test
    @DisplayName("F-51: a body of 10 MB is refused, announced or not, and hardly read")
    void refusesLargeBodies() throws Exception {
        String headers =
                "Host: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n".formatted(token);
        Sent announced = send(
                "POST " + ORDER + " HTTP/1.1\r\n" + headers + "Content-Length: 10485760\r\n\r\n", 10_485_760, false);
        assertThat(announced.answer())
                .startsWith("HTTP/1.1 413")
                .contains("BODY_TOO_LARGE", "application/problem+json");
        assertThat(announced.bytes()).as("refused while it was still coming").isLessThan(10_000_000);
        Sent chunked = send(
                "POST " + ORDER + " HTTP/1.1\r\n" + headers + "Transfer-Encoding: chunked\r\n\r\n", 10_485_760, true);
        assertThat(chunked.answer()).startsWith("HTTP/1.1 413").contains("BODY_TOO_LARGE");
        assertThat(chunked.bytes()).isLessThan(10_000_000);
        assertThat(http.post(ORDER, token, "{\"name\":\"" + "x".repeat(65_000) + "\"}")
                        .status())
                .as("65 kB are within the limit")
                .isEqualTo(400);
        assertThat(http.post(ORDER, token, "{\"name\":\"" + "x".repeat(66_000) + "\"}")
                        .status())
                .isEqualTo(413);
    }

    @Test
    @DisplayName("F-51: a Content-Length that promises more than comes ends in 408, not in a held thread")
    void doesNotWaitForBodiesThatDoNotCome() throws Exception {
        Sent sent = send(
                "POST " + ORDER + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{}",
                0,
                false);
        assertThat(sent.answer()).startsWith("HTTP/1.1 408").contains("REQUEST_TIMEOUT");
    }

    @Test
    @DisplayName("F-52: a body that comes byte by byte, each in time, ends in 408 while it is still coming")
    void doesNotWaitForABodyThatComesByteByByte() throws Exception {
        int most = 60;
        int sent = 0;
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            out.write(("POST " + ORDER + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                            + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")
                    .getBytes(StandardCharsets.US_ASCII));
            while (in.available() == 0 && sent < most) {
                out.write(' ');
                out.flush();
                sent++;
                Thread.sleep(250);
            }
            assertThat(sent).as("bytes sent before the answer").isLessThan(most);
            assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 408");
        }
    }

    @Test
    @DisplayName("A connection that waits longer than a request may is still good for the next command")
    void keepsAConnectionLongerThanItsCallersDo() throws Exception {
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            byte[] request = "HEAD /api/v1/me HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            for (int turn = 0; turn < 2; turn++) {
                out.write(request);
                out.flush();
                assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII))
                        .isEqualTo("HTTP/1.1 401");
                Thread.sleep(turn == 0 ? 4_000 : 0);
                in.skipNBytes(in.available());
            }
        }
    }

    @Test
    @DisplayName("F-54: what Tomcat refuses itself looks the same")
    void refusesMalformedRequests() throws Exception {
        assertThat(send("GET /api/v1/me HTTP/1.1\r\n\r\n", 0, false).answer())
                .startsWith("HTTP/1.1 400")
                .contains("\"code\":\"REQUEST_INVALID\"");
        assertThat(send("GET /api/v1/[ HTTP/1.1\r\nHost: a\r\n\r\n", 0, false).answer())
                .startsWith("HTTP/1.1 400")
                .contains("\"code\":\"REQUEST_INVALID\"");
        String smuggled = "POST " + ORDER
                + " HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\nHost: a\r\n\r\n";
        assertThat(send(smuggled, 0, false).answer())
                .as("one answer, no desync")
                .matches("(?s)HTTP/1.1 4.*")
                .doesNotMatch("(?s).*HTTP/1.1.*HTTP/1.1.*");
    }

    @Test
    @DisplayName("F-53: JSON bombs on every route, other encodings")
    void refusesJsonBombs(@Autowired RouteMatrix routes) {
        routes.refuseJsonBombs();
        for (var charset : new java.nio.charset.Charset[] {
            StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1
        }) {
            Answer answer = http.send(
                    "POST",
                    ORDER,
                    token,
                    HttpRequest.BodyPublishers.ofString("{\"name\":\"ё\"}".replace('ё', 'é'), charset));
            assertThat(answer.status()).as(charset.name()).isEqualTo(400);
        }
    }

    @Test
    @DisplayName("F-72, F-73: every route refuses strangers and unknown properties")
    void everyRouteKeepsTheRules(@Autowired RouteMatrix routes) {
        routes.refuseStrangers();
        routes.refuseUnknownProperties();
    }

    @Test
    void theDocumentIsTheService(@Autowired OpenApiSnapshot openApi) {
        openApi.matches("platform-starter/src/test/resources/sample-openapi.json");
    }

    private Sent send(String head, int bodyBytes, boolean chunked) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            byte[] block = "x".repeat(4096).getBytes(StandardCharsets.ISO_8859_1);
            int sent = 0;
            try {
                for (; sent < bodyBytes && socket.getInputStream().available() == 0; sent += block.length) {
                    out.write(chunked ? "1000\r\n".getBytes(StandardCharsets.ISO_8859_1) : new byte[0]);
                    out.write(block);
                    out.write(chunked ? "\r\n".getBytes(StandardCharsets.ISO_8859_1) : new byte[0]);
                    out.flush();
                }
            } catch (SocketException closed) {
                // The server may hang up first; what matters is what it said.
            }
            return new Sent(sent, answer(socket.getInputStream()));
        }
    }

    private static String answer(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[8192];
        int read;
        try {
            while ((read = in.read(buffer)) >= 0) {
                text.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
                if (text.indexOf("}") > 0) {
                    break;
                }
            }
        } catch (SocketException reset) {
            text.append("[reset]");
        }
        return text.toString();
    }

    private record Sent(int bytes, String answer) {}
}
