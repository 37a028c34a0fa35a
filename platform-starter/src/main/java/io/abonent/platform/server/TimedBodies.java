package io.abonent.platform.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * A body has come within a certain time, whoever reads it: a filter, the parser of forms, or nobody, because the request was
 * refused before. Left to itself Tomcat takes what nobody has read for as long as a byte comes now and then (F-52).
 */
final class TimedBodies extends ValveBase {

    private static final long LOOK_MS = 50;

    private final Duration patience;
    private final long most;

    /** @param most bytes of a body that nobody wants are still taken, so that the client sees its answer */
    TimedBodies(Duration patience, long most) {
        super(true);
        this.patience = patience;
        this.most = most;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request coyote = request.getCoyoteRequest();
        long deadline = System.nanoTime() + patience.toNanos();
        InputBuffer container = coyote.getInputBuffer();
        coyote.setInputBuffer(new Timed(coyote, container, deadline));
        try {
            getNext().invoke(request, response);
        } finally {
            coyote.setInputBuffer(container);
        }
        // With "Expect: 100-continue" there is nothing under way unless somebody has asked for it.
        if (!request.isAsync() && !coyote.hasExpectation()) {
            takeRest(coyote, response, deadline);
        }
    }

    private void takeRest(org.apache.coyote.Request coyote, Response response, long deadline) throws IOException {
        Rest rest = new Rest();
        try {
            if (rest.take(coyote, most)) {
                return;
            }
            if (!response.isCommitted()) {
                response.setHeader("Connection", "close");
            }
            response.finishResponse();
            while (System.nanoTime() - deadline < 0 && rest.taken <= most) {
                Thread.sleep(LOOK_MS);
                if (rest.take(coyote, most)) {
                    // The answer did not say that the connection ends: the next request may be on it already.
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        coyote.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    private static boolean complete(org.apache.coyote.Request coyote) {
        AtomicBoolean complete = new AtomicBoolean();
        coyote.action(ActionCode.REQUEST_BODY_FULLY_READ, complete);
        return complete.get();
    }

    /** Reads as long as there is time. */
    private record Timed(org.apache.coyote.Request request, InputBuffer container, long deadline)
            implements InputBuffer {

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            if (System.nanoTime() - deadline > 0 && !complete(request)) {
                throw new SocketTimeoutException("The body did not arrive in time");
            }
            return container.doRead(handler);
        }

        @Override
        public int available() {
            return container.available();
        }
    }

    /** What comes and nobody wants; taken without waiting for it. */
    private static final class Rest implements ApplicationBufferHandler {

        private ByteBuffer buffer = EMPTY_BUFFER;
        private long taken;

        /** @return whether that was all */
        boolean take(org.apache.coyote.Request coyote, long most) throws IOException {
            while (!complete(coyote) && taken <= most) {
                coyote.action(ActionCode.AVAILABLE, true);
                if (coyote.getAvailable() <= 0) {
                    return false;
                }
                int read = coyote.doRead(this);
                if (read < 0) {
                    return true;
                }
                taken += read;
            }
            return complete(coyote);
        }

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // It is thrown away.
        }
    }
}
