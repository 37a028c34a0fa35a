package io.abonent.simulators.mailbox;

import io.abonent.simulators.Partner;
import io.abonent.simulators.fault.FaultMode;
import io.abonent.simulators.fault.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Listens for SMTP connections; each is a conversation on its own virtual thread. */
@Component
public class MailServer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MailServer.class);
    private static final int CONNECTIONS_MAX = 32;
    private static final int IDLE_MS = 60_000;

    private final SmtpProperties properties;
    private final Faults faults;
    private final MailRoom mailRoom;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ServerSocket listener;

    MailServer(SmtpProperties properties, Faults faults, MailRoom mailRoom) {
        this.properties = properties;
        this.faults = faults;
        this.mailRoom = mailRoom;
    }

    @Override
    public void start() {
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(properties.port()));
            listener = opened;
            Thread.ofVirtual().name("smtp-accept").start(() -> acceptAll(opened));
            log.info("SMTP on port {}", opened.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException("SMTP port " + properties.port() + " cannot be opened", e);
        }
    }

    @Override
    public void stop() {
        ServerSocket open = listener;
        listener = null;
        if (open != null) {
            closeQuietly(open);
        }
        connections.forEach(MailServer::closeQuietly);
    }

    @Override
    public boolean isRunning() {
        return listener != null;
    }

    public int port() {
        return Objects.requireNonNull(listener).getLocalPort();
    }

    private void acceptAll(ServerSocket open) {
        while (!open.isClosed()) {
            try {
                Socket socket = open.accept();
                Thread.ofVirtual().name("smtp-conversation").start(() -> serve(socket));
            } catch (IOException e) {
                if (!open.isClosed()) {
                    log.warn("SMTP connection lost before it began: {}", e.getMessage());
                }
            }
        }
    }

    private void serve(Socket socket) {
        connections.add(socket);
        try (socket) {
            if (faults.peek(Partner.MAIL, "connect").mode() == FaultMode.OUTAGE) {
                faults.take(Partner.MAIL, "connect");
                socket.setSoLinger(true, 0);
                return;
            }
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(IDLE_MS);
            new SmtpConversation(socket, faults, mailRoom, connections.size() > CONNECTIONS_MAX).run();
        } catch (IOException e) {
            log.debug("SMTP conversation broke off: {}", e.getMessage());
        } finally {
            connections.remove(socket);
        }
    }

    private static void closeQuietly(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            log.debug("Closing failed: {}", e.getMessage());
        }
    }
}
