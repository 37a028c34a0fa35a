package io.abonent.local;

import java.io.IOException;

/** Something that runs as a process of its own. */
interface Program {

    String name();

    int port();

    /** Starts it; whether it can take work is asked separately. */
    Process start() throws IOException, InterruptedException;

    boolean isReady() throws InterruptedException;

    /** Ends it in an orderly way, by force when it does not end in time. */
    default void stop(Process process) throws IOException {
        Processes.terminate(process.toHandle(), 25);
    }
}
