package io.abonent.simulators.sms;

import io.abonent.simulators.Acceptor;
import io.abonent.simulators.Partner;
import io.abonent.simulators.Timer;
import io.abonent.simulators.fault.Fault;
import io.abonent.simulators.fault.FaultMode;
import io.abonent.simulators.fault.Faults;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Listens for SMPP sessions, lets in who knows the password, and drops everybody when it is told to fail. */
@Component
public class SmsCentre implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SmsCentre.class);
    private static final int SESSIONS_MAX = 64;
    private static final int BIND_TIMEOUT_MS = 10_000;
    private static final Duration BEFORE_CLOSING = Duration.ofSeconds(1);

    private final SmppProperties properties;
    private final Faults faults;
    private final SmsReceiver receiver;
    private final Timer timer;
    private final Set<SMPPServerSession> sessions = ConcurrentHashMap.newKeySet();
    private final Acceptor acceptor;

    SmsCentre(SmppProperties properties, Faults faults, SmsReceiver receiver, Timer timer) {
        this.timer = timer;
        this.properties = properties;
        this.faults = faults;
        this.receiver = receiver;
        this.acceptor = new Acceptor("SMPP", properties.port(), this::admit);
        faults.onChange(Partner.SMS, this::dropSessionsIfFailing);
    }

    @Override
    public void start() {
        acceptor.start();
    }

    @Override
    public void stop() {
        acceptor.stop();
        sessions.forEach(SMPPServerSession::close);
    }

    @Override
    public boolean isRunning() {
        return acceptor.isRunning();
    }

    public int port() {
        return acceptor.port();
    }

    private void admit(Socket socket) {
        try {
            socket.setTcpNoDelay(true);
            boolean away = faults.peek(Partner.SMS, "connect").mode() == FaultMode.OUTAGE;
            if (away || sessions.size() >= SESSIONS_MAX) {
                faults.take(Partner.SMS, "connect");
                socket.setSoLinger(true, 0);
                socket.close();
                return;
            }
            bind(open(socket));
        } catch (IOException | RuntimeException | TimeoutException | PDUStringException e) {
            log.debug("SMPP session was not bound: {}", e.getMessage());
            Acceptor.closeQuietly(socket);
        }
    }

    private SMPPServerSession open(Socket socket) throws IOException {
        SMPPServerSession session = new PhoneSession(
                socket,
                (now, before, source) -> {
                    if (now == SessionState.CLOSED) {
                        sessions.remove(source);
                    }
                },
                receiver);
        sessions.add(session);
        return session;
    }

    private void bind(SMPPServerSession session) throws IOException, TimeoutException, PDUStringException {
        BindRequest request;
        try {
            request = session.waitForBind(BIND_TIMEOUT_MS);
        } catch (TimeoutException | RuntimeException e) {
            sessions.remove(session);
            session.close();
            throw e;
        }
        if (refusesBind()) {
            reject(session, request, SMPPConstant.STAT_ESME_RBINDFAIL);
        } else if (!properties.systemId().equals(request.getSystemId())) {
            reject(session, request, SMPPConstant.STAT_ESME_RINVSYSID);
        } else if (!properties.password().equals(request.getPassword())) {
            reject(session, request, SMPPConstant.STAT_ESME_RINVPASWD);
        } else {
            request.accept("abonent-smsc");
        }
    }

    /** The other side gets a moment to read the answer: jsmpp forgets it when the connection is closed right behind. */
    private void reject(SMPPServerSession session, BindRequest request, int status) throws IOException {
        request.reject(status);
        timer.after(BEFORE_CLOSING, session::close);
    }

    private boolean refusesBind() {
        if (faults.peek(Partner.SMS, "bind").mode() != FaultMode.REFUSE_BIND) {
            return false;
        }
        faults.take(Partner.SMS, "bind");
        return true;
    }

    private void dropSessionsIfFailing() {
        Fault fault = faults.state(Partner.SMS).fault();
        if (fault.mode() == FaultMode.OUTAGE || fault.mode() == FaultMode.REFUSE_BIND) {
            sessions.forEach(SMPPServerSession::close);
        }
    }
}
