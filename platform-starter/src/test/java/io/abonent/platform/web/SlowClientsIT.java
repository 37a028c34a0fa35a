package io.abonent.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.platform.testkit.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A byte now and then, each in time: no connection lives on it. The limits of the sample are 3 s for a head and 2 s for a body. */
@SampleTest
class SlowClientsIT {

    private static final String POST = """
            POST /api/v1/orders HTTP/1.1\r
            Host: localhost\r
            Content-Type: %s\r
            Content-Length: 2000\r
            %s\r
            """;

    private final String token = "Authorization: Bearer " + TestTokens.forUser(UUID.randomUUID()) + "\r\n";
    private final int port;

    SlowClientsIT(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    @DisplayName("F-52: a head that comes byte by byte")
    void endsAHeadThatDoesNotEnd() throws Exception {
        assertThat(life("GET /api/v1/me HTTP/1.1\r\nHost: localhost\r\nX-Slow: "))
                .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(6));
    }

    @Test
    @DisplayName("F-52: a body that comes byte by byte and is not wanted, for there is no token")
    void endsABodyOfAStranger() throws Exception {
        assertThat(life(POST.formatted("application/json", ""))).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    @DisplayName("F-52: a body that comes byte by byte with a token")
    void endsABodyOfAMember() throws Exception {
        assertThat(life(POST.formatted("application/json", token))).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    @DisplayName("F-52: a form that comes byte by byte")
    void endsAForm() throws Exception {
        assertThat(life(POST.formatted("application/x-www-form-urlencoded", token)))
                .isLessThan(Duration.ofSeconds(4));
    }

    @Test
    @DisplayName("a small body that nobody wanted costs nobody the connection")
    void keepsAConnectionWhoseBodyHasCome() throws Exception {
        assertSameConnectionServes("{}", "");
    }

    @Test
    @DisplayName("nor one that comes when the answer is out already")
    void keepsAConnectionWhoseBodyComesAfterTheAnswer() throws Exception {
        assertSameConnectionServes("", "{}");
    }

    private void assertSameConnectionServes(String withTheHead, String afterTheAnswer) throws Exception {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            for (int turn = 0; turn < 3; turn++) {
                write(
                        socket,
                        "POST /api/v1/orders HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n" + withTheHead);
                InputStream in = socket.getInputStream();
                assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII))
                        .isEqualTo("HTTP/1.1 401");
                // The server has begun to wait for what is missing.
                Thread.sleep(25);
                write(socket, afterTheAnswer);
                Thread.sleep(200);
                in.skipNBytes(in.available());
            }
        }
    }

    private Duration life(String beginning) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(250);
            write(socket, beginning);
            while (System.nanoTime() - start < Duration.ofSeconds(12).toNanos()) {
                write(socket, "x");
                if (isClosed(socket.getInputStream())) {
                    break;
                }
            }
        } catch (SocketException reset) {
            // Closed, too.
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static boolean isClosed(InputStream in) throws IOException {
        try {
            while (in.read() >= 0) {
                // An answer; what counts is its end.
            }
            return true;
        } catch (SocketTimeoutException nothing) {
            return false;
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
