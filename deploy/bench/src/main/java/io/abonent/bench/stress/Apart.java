package io.abonent.bench.stress;

import io.abonent.bench.house.Command;
import io.abonent.bench.house.House;
import io.abonent.bench.house.Row;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who plays the people has one processor of its own, and the house has all the others: people do not work on the house's
 * processors, and what five times as many of them cost their own devices is nothing that the house could save.
 *
 * @param processors of the machine
 */
record Apart(int processors) {

    private static final Logger log = LoggerFactory.getLogger(Apart.class);

    static Apart onThisMachine() {
        return new Apart(Runtime.getRuntime().availableProcessors());
    }

    /** Whatever they start later goes where they are. */
    void send(House house) throws IOException, InterruptedException {
        if (processors < 2) {
            throw new IllegalStateException("one processor cannot be shared out; at least two are needed");
        }
        for (Row row : house.rows()) {
            for (ProcessHandle process : row.family()) {
                bind(process, houses());
            }
        }
        bind(ProcessHandle.current(), ours());
        log.info("The house has processors {}, the load generator has {}", houses(), ours());
    }

    String houses() {
        return processors == 2 ? "0" : "0-" + (processors - 2);
    }

    String ours() {
        return Integer.toString(processors - 1);
    }

    /** All threads. */
    private static void bind(ProcessHandle process, String where) throws IOException, InterruptedException {
        Command.Result result = Command.of("taskset", "-a", "-c", "-p", where, Long.toString(process.pid()))
                .run();
        // Who has ended meanwhile needs no processor.
        if (result.code() != 0 && process.isAlive()) {
            throw new IllegalStateException(result.output());
        }
    }
}
