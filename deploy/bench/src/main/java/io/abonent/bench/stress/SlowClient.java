package io.abonent.bench.stress;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Opens a connection, takes its time until it is closed, and begins again. */
final class SlowClient {

    private static final int PATIENCE_MS = 5_000;
    private static final int SMALL_BUFFER = 4_096;
    private static final int PIPELINED = 200;

    private final Target target;
    private final SlowMode mode;
    private final HeldConnections held;
    private final String beginning;

    SlowClient(Target target, SlowMode mode, HeldConnections held) {
        this.target = target;
        this.mode = mode;
        this.held = held;
        String once = target.beginnings().getOrDefault(mode, "");
        this.beginning = mode == SlowMode.ANSWER ? once.repeat(PIPELINED) : once;
    }

    /** Until it is interrupted. */
    void work() {
        try {
            while (true) {
                Thread.sleep(pause());
                once();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() throws InterruptedException {
        try (Socket socket = new Socket()) {
            if (mode == SlowMode.ANSWER) {
                // Before it is connected: this is the window that the other side is told of.
                socket.setReceiveBufferSize(SMALL_BUFFER);
            }
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target.port()), PATIENCE_MS);
            HeldConnections.Held connection = held.opened(target.port(), socket.getLocalPort(), target.name(), mode);
            try {
                dawdle(socket, connection);
                connection.closed();
            } catch (IOException e) {
                // Written to what is closed already.
                connection.closed();
            } finally {
                connection.left();
            }
        } catch (IOException e) {
            // Not let in at all: comes again.
            return;
        }
    }

    private void dawdle(Socket socket, HeldConnections.Held connection) throws IOException, InterruptedException {
        OutputStream out = socket.getOutputStream();
        out.write(beginning.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        while (connection.isHeld()) {
            Thread.sleep(pause());
            switch (mode) {
                case HEADERS, BODY_OF_A_STRANGER, BODY_OF_A_MEMBER -> {
                    out.write('x');
                    out.flush();
                }
                case ANSWER -> {
                    if (socket.getInputStream().read() < 0) {
                        return;
                    }
                }
                case SILENCE -> {
                    // That is all.
                }
            }
        }
    }

    /** Often enough that no timeout between two bytes ends it. */
    private static Duration pause() {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(1_000, 4_000));
    }
}
