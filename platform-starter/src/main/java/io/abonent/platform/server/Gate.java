package io.abonent.platform.server;

import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;
import org.jspecify.annotations.Nullable;

/** Between a connection and the container. */
final class Gate implements Adapter {

    /** Who decides. */
    interface Keeper {

        /**
         * @param inside serves the request
         * @param last the connection ends behind the answer
         * @return the whole answer, if that was not done: the container never hears of the request
         */
        byte @Nullable [] receive(Request request, Inside inside, boolean last) throws Exception;

        interface Inside {
            void serve() throws Exception;
        }
    }

    /** Writes past the container, which would end the connection of every 503, and the next try would need a new one. */
    interface Way {

        /** So many requests as one connection may bring have come. */
        boolean isLast();

        void write(byte[] answer) throws Exception;
    }

    private final Adapter container;
    private final @Nullable Keeper keeper;
    private @Nullable Way out;

    Gate(Adapter container, @Nullable Keeper keeper) {
        this.container = container;
        this.keeper = keeper;
    }

    void out(Way way) {
        out = way;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        if (keeper == null || out == null) {
            container.service(request, response);
            return;
        }
        byte[] refusal = keeper.receive(request, () -> container.service(request, response), out.isLast());
        if (refusal != null) {
            out.write(refusal);
            // Nothing is to be added.
            response.setCommitted(true);
        }
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return container.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
        return container.asyncDispatch(request, response, event);
    }

    @Override
    public void log(Request request, Response response, long time) {
        container.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        container.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return container.getDomain();
    }
}
