package io.abonent.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.gateway.GatewayTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A byte now and then, each in time: no connection lives on it. The limits of the tests are 3 s for a head and 2 s for a form. */
@GatewayTest
class SlowClientsIT {

    private final int port;

    SlowClientsIT(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    @DisplayName("F-52: a head that comes byte by byte")
    void endsAHeadThatDoesNotEnd() throws Exception {
        assertThat(life("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "))
                .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(6));
    }

    @Test
    @DisplayName("F-52: a form that comes byte by byte")
    void endsAFormThatDoesNotEnd() throws Exception {
        assertThat(life("""
                POST /sign-in HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: 2000\r
                \r
                login=""")).isLessThan(Duration.ofSeconds(5));
    }

    /** A byte every quarter of a second, until the server ends the connection. */
    private Duration life(String beginning) throws IOException {
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
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
