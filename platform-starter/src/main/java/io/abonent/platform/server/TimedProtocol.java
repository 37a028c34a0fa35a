package io.abonent.platform.server;

import java.io.IOException;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat bounds the time between two bytes of a request's head. Here {@code server.tomcat.connection-timeout} bounds the whole
 * head: who sends a byte now and then does not keep a connection (F-52).
 */
public final class TimedProtocol extends Http11NioProtocol {

    /** Between two bytes of a body; the whole body is the business of {@link TimedBodies}. */
    private static final int BODY_PAUSE_MS = 5_000;

    private Gate.@Nullable Keeper keeper;

    public TimedProtocol() {
        setDisableUploadTimeout(false);
        setConnectionUploadTimeout(BODY_PAUSE_MS);
    }

    /** Before the server starts. */
    void keptBy(Gate.Keeper gatekeeper) {
        keeper = gatekeeper;
    }

    @Override
    protected Processor createProcessor() {
        return new TimedProcessor(this, new Gate(getAdapter(), keeper));
    }

    private static final class TimedProcessor extends Http11Processor implements Gate.Way {

        private final TimedProtocol timed;

        private TimedProcessor(TimedProtocol timed, Gate gate) {
            super(timed, gate);
            this.timed = timed;
            gate.out(this);
        }

        @Override
        public boolean isLast() {
            int most = timed.getMaxKeepAliveRequests();
            // What is left can only be asked by taking one away; the processor has counted this request already.
            int left = getSocketWrapper().decrementKeepAlive() + 1;
            getSocketWrapper().setKeepAliveLeft(left);
            return most == 1 || (most > 0 && left <= 0);
        }

        @Override
        public void write(byte[] answer) throws IOException {
            SocketWrapperBase<?> socket = getSocketWrapper();
            socket.write(true, answer, 0, answer.length);
            socket.flush(true);
        }

        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            SocketState state = super.service(socket);
            // A head that has begun and is not complete.
            if (state == SocketState.LONG && !isAsync() && getRequest().getStartTimeNanos() >= 0) {
                long millis = (System.nanoTime() - getRequest().getStartTimeNanos()) / 1_000_000;
                if (millis >= timed.getConnectionTimeout()) {
                    // The poller would not see it: the timeout of a connection begins anew with each byte.
                    return SocketState.CLOSED;
                }
                socket.setReadTimeout(timed.getConnectionTimeout() - millis);
            }
            return state;
        }
    }
}
