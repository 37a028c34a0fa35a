package io.abonent.bench.house;

import java.io.IOException;

/** What an operating system can do to a process. */
public enum Signals {
    KILL,
    TERM,
    STOP,
    CONT;

    public void send(long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name(), Long.toString(pid))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
