package io.abonent.simulators.mailbox;

import io.abonent.simulators.Acceptor;
import io.abonent.simulators.Partner;
import io.abonent.simulators.fault.FaultMode;
import io.abonent.simulators.fault.Faults;
import java.io.IOException;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    private final Faults faults;
    private final MailRoom mailRoom;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final Acceptor acceptor;

    MailServer(SmtpProperties properties, Faults faults, MailRoom mailRoom) {
        this.faults = faults;
        this.mailRoom = mailRoom;
        this.acceptor = new Acceptor("SMTP", properties.port(), this::serve);
    }

    @Override
    public void start() {
        acceptor.start();
    }

    @Override
    public void stop() {
        acceptor.stop();
        connections.forEach(Acceptor::closeQuietly);
    }

    @Override
    public boolean isRunning() {
        return acceptor.isRunning();
    }

    public int port() {
        return acceptor.port();
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
}
