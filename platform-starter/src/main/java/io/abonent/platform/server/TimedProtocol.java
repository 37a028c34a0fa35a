package io.abonent.platform.server;

import java.io.IOException;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Tomcat bounds the time between two bytes of a request's head. Here {@code server.tomcat.connection-timeout} bounds the whole
 * head: who sends a byte now and then does not keep a connection (F-52).
 */
public final class TimedProtocol extends Http11NioProtocol {

    /** Between two bytes of a body; the whole body is the business of {@link TimedBodies}. */
    private static final int BODY_PAUSE_MS = 5_000;

    public TimedProtocol() {
        setDisableUploadTimeout(false);
        setConnectionUploadTimeout(BODY_PAUSE_MS);
    }

    @Override
    protected Processor createProcessor() {
        return new TimedProcessor(this);
    }

    private static final class TimedProcessor extends Http11Processor {

        private final TimedProtocol timed;

        private TimedProcessor(TimedProtocol timed) {
            super(timed, timed.getAdapter());
            this.timed = timed;
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
