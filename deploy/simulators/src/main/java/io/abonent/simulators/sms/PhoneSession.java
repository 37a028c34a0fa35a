package io.abonent.simulators.sms;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.SessionStateListener;
import org.jsmpp.session.connection.socket.SocketConnection;

/** A session that knows its limits, and can lose its mind when it is told to. */
final class PhoneSession extends SMPPServerSession {

    private static final int ENQUIRE_LINK_MS = 30_000;
    private static final int PROCESSORS = 2;
    private static final int QUEUE = 200;
    private static final int READ_BUFFER_BYTES = 8_192;
    private static final int NOISE_BYTES = 256;

    PhoneSession(Socket socket, SessionStateListener states, ServerMessageReceiverListener receiver)
            throws IOException {
        super(
                new SocketConnection(socket, READ_BUFFER_BYTES),
                states,
                receiver,
                null,
                PROCESSORS,
                QUEUE,
                new SynchronizedPDUSender(new DefaultPDUSender()),
                new BoundedPduReader());
        setEnquireLinkTimer(ENQUIRE_LINK_MS);
    }

    /** Sends noise where an answer should be, and hangs up. */
    void babble() {
        byte[] noise = new byte[NOISE_BYTES];
        ThreadLocalRandom.current().nextBytes(noise);
        try {
            connection().getOutputStream().write(noise);
        } catch (IOException e) {
            // Nobody listens any more, which is what the noise is meant to bring about.
            close();
            return;
        }
        close();
    }
}
