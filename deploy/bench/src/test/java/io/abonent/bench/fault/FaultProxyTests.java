package io.abonent.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Between a client and a server that repeats every byte. */
class FaultProxyTests {

    private ServerSocket echo;
    private FaultProxy proxy;

    @BeforeEach
    void open() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        proxy = FaultProxy.open(0, echo.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        echo.close();
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                Socket client = echo.accept();
                Thread.ofVirtual().start(() -> repeat(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void repeat(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            return;
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static String exchange(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readNBytes(text.length()), StandardCharsets.US_ASCII);
    }

    @Test
    void passesWhatItIsGiven() throws IOException {
        try (Socket socket = connect()) {
            assertThat(exchange(socket, "SELECT 1")).isEqualTo("SELECT 1");
            assertThat(exchange(socket, "SELECT 2")).isEqualTo("SELECT 2");
        }
    }

    @Test
    void carriesACommitOutAndCutsItsAnswerOnce() throws IOException {
        proxy.cutBefore("COMMIT");
        try (Socket socket = connect()) {
            assertThat(exchange(socket, "INSERT")).isEqualTo("INSERT");
            assertThatThrownBy(() -> {
                        if (exchange(socket, "COMMIT").isEmpty()) {
                            throw new IOException("cut");
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
        assertThat(proxy.cuts()).isEqualTo(1);
        try (Socket socket = connect()) {
            assertThat(exchange(socket, "COMMIT")).isEqualTo("COMMIT");
        }
    }

    @Test
    void findsAPatternThatArrivesInPieces() {
        PatternScan scan = new PatternScan("COMMIT".getBytes(StandardCharsets.US_ASCII));
        assertThat(scan.finds("xxCOM".getBytes(StandardCharsets.US_ASCII), 5)).isFalse();
        assertThat(scan.finds("MIT!".getBytes(StandardCharsets.US_ASCII), 4)).isTrue();
        assertThat(scan.finds("MIT!".getBytes(StandardCharsets.US_ASCII), 4)).isFalse();
    }

    @Test
    void deliversSlowlyAndInSlicesButCompletely() throws IOException {
        try (Socket socket = connect()) {
            proxy.mode(FaultProxy.Mode.SLOW, Duration.ofMillis(5));
            assertThat(exchange(socket, "slow")).isEqualTo("slow");
            proxy.mode(FaultProxy.Mode.SLICE, Duration.ofMillis(1));
            assertThat(exchange(socket, "sliced")).isEqualTo("sliced");
        }
    }

    @Test
    void swallowsWhatGoesIntoTheBlackHoleAndKeepsTheConnection() throws IOException {
        try (Socket socket = connect()) {
            assertThat(exchange(socket, "before")).isEqualTo("before");
            proxy.mode(FaultProxy.Mode.BLACK_HOLE, Duration.ZERO);
            socket.getOutputStream().write("lost".getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(300);
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void resetsWhatIsOpenAndRefusesWhatComes() throws IOException {
        try (Socket socket = connect()) {
            assertThat(exchange(socket, "before")).isEqualTo("before");
            proxy.reset();
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(IOException.class);
        }
        proxy.mode(FaultProxy.Mode.REFUSE, Duration.ZERO);
        assertThatThrownBy(() -> {
                    try (Socket socket = connect()) {
                        if (exchange(socket, "refused").isEmpty()) {
                            throw new IOException("refused");
                        }
                    }
                })
                .isInstanceOf(IOException.class);
    }
}
