package io.abonent.bench.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A TCP connection between two others, which can be made bad in user space. */
public final class FaultProxy implements AutoCloseable {

    /** How the bytes of all connections fare. */
    public enum Mode {
        PASS,
        /** Each chunk waits for {@link #delay}. */
        SLOW,
        /** One byte at a time. */
        SLICE,
        /** Read and thrown away. */
        BLACK_HOLE,
        /** New connections are reset at once. */
        REFUSE
    }

    private static final int BUFFER = 16 * 1024;

    private final ServerSocket server;
    private final int upstream;
    private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean cutArmed = new AtomicBoolean();
    private final AtomicLong cuts = new AtomicLong();
    private volatile Mode mode = Mode.PASS;
    private volatile Duration delay = Duration.ZERO;
    private volatile byte[] cutBefore = new byte[0];

    private FaultProxy(ServerSocket server, int upstream) {
        this.server = server;
        this.upstream = upstream;
        Thread.ofPlatform().daemon().name("proxy-" + server.getLocalPort()).start(this::accept);
    }

    public static FaultProxy open(int port, int upstream) {
        try {
            ServerSocket server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return new FaultProxy(server, upstream);
        } catch (IOException e) {
            throw new UncheckedIOException("the proxy cannot listen on " + port, e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    public void mode(Mode next, Duration pause) {
        delay = pause;
        mode = next;
    }

    /** The next answer that contains the text is not delivered; its connection is reset. */
    public void cutBefore(String text) {
        cutBefore = text.getBytes(StandardCharsets.ISO_8859_1);
        cutArmed.set(true);
    }

    public long cuts() {
        return cuts.get();
    }

    /** Resets all connections there are; new ones are accepted. */
    public void reset() {
        pairs.forEach(Pair::reset);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (mode == Mode.REFUSE) {
                    reset(client);
                } else {
                    connect(client);
                }
            } catch (SocketException e) {
                // Closed, or the client is gone already.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket target = new Socket();
        try {
            target.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), upstream), 2000);
        } catch (IOException e) {
            // As if nobody listened here.
            reset(client);
            return;
        }
        client.setTcpNoDelay(true);
        target.setTcpNoDelay(true);
        Pair pair = new Pair(client, target);
        pairs.add(pair);
        Thread.ofVirtual().start(() -> pump(pair, client, target, false));
        Thread.ofVirtual().start(() -> pump(pair, target, client, true));
    }

    private void pump(Pair pair, Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[BUFFER];
        @Nullable PatternScan scan = null;
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int length = in.read(buffer);
            while (length >= 0) {
                if (answers && cutArmed.get()) {
                    scan = scan == null ? new PatternScan(cutBefore) : scan;
                    if (scan.finds(buffer, length) && cutArmed.compareAndSet(true, false)) {
                        cuts.incrementAndGet();
                        break;
                    }
                } else {
                    scan = null;
                }
                forward(out, buffer, length);
                length = in.read(buffer);
            }
            // A peer that says goodbye is not cut: the other direction may still have something to deliver.
            if (length < 0) {
                pair.halfClosed(to);
                return;
            }
        } catch (IOException e) {
            pair.failure(e);
        }
        pair.reset();
    }

    private void forward(OutputStream out, byte[] buffer, int length) throws IOException {
        switch (mode) {
            case PASS, REFUSE -> out.write(buffer, 0, length);
            case SLOW -> {
                pause(delay);
                out.write(buffer, 0, length);
            }
            case SLICE -> {
                for (int index = 0; index < length; index++) {
                    out.write(buffer[index]);
                    pause(delay);
                }
            }
            case BLACK_HOLE -> pause(Duration.ofMillis(1));
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** With linger 0 a close is a reset. */
    private static void reset(Socket socket) throws IOException {
        try (socket) {
            socket.setSoLinger(true, 0);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        reset();
    }

    /** Both halves of one connection. */
    private final class Pair {

        private final Socket client;
        private final Socket target;
        private final AtomicBoolean oneSideDone = new AtomicBoolean();
        private volatile @Nullable IOException why;

        Pair(Socket client, Socket target) {
            this.client = client;
            this.target = target;
        }

        void failure(IOException e) {
            why = e;
        }

        void halfClosed(Socket to) {
            try {
                to.shutdownOutput();
                if (!oneSideDone.compareAndSet(false, true)) {
                    pairs.remove(this);
                    client.close();
                    target.close();
                }
            } catch (IOException e) {
                failure(e);
                reset();
            }
        }

        void reset() {
            pairs.remove(this);
            for (Socket socket : new Socket[] {client, target}) {
                try {
                    FaultProxy.reset(socket);
                } catch (IOException e) {
                    why = e;
                }
            }
        }

        @Override
        public String toString() {
            return client + " to " + target + (why == null ? "" : " ended by " + why);
        }
    }
}
