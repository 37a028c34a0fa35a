package io.abonent.simulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A port at which connections are accepted, each served on a virtual thread of its own. */
public final class Acceptor {

    private static final Logger log = LoggerFactory.getLogger(Acceptor.class);

    private final String protocol;
    private final int port;
    private final Consumer<Socket> server;
    private volatile @Nullable ServerSocket listener;

    /**
     * @param port zero for any that is free
     * @param server closes the connection
     */
    public Acceptor(String protocol, int port, Consumer<Socket> server) {
        this.protocol = protocol;
        this.port = port;
        this.server = server;
    }

    public void start() {
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(port));
            listener = opened;
            thread("accept").start(() -> acceptAll(opened));
            log.info("{} on port {}", protocol, opened.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(protocol + " port " + port + " cannot be opened", e);
        }
    }

    /** Nobody new; who is connected stays. */
    public void stop() {
        ServerSocket open = listener;
        listener = null;
        if (open != null) {
            closeQuietly(open);
        }
    }

    public boolean isRunning() {
        return listener != null;
    }

    /** The real one. */
    public int port() {
        return Objects.requireNonNull(listener).getLocalPort();
    }

    private void acceptAll(ServerSocket open) {
        while (!open.isClosed()) {
            try {
                Socket socket = open.accept();
                thread("connection").start(() -> server.accept(socket));
            } catch (IOException e) {
                if (!open.isClosed()) {
                    log.warn("{} connection lost before it began: {}", protocol, e.getMessage());
                }
            }
        }
    }

    private Thread.Builder thread(String what) {
        return Thread.ofVirtual().name(protocol.toLowerCase(Locale.ROOT) + "-" + what);
    }

    public static void closeQuietly(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            log.debug("Closing failed: {}", e.getMessage());
        }
    }
}
