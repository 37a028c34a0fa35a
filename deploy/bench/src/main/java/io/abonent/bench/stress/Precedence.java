package io.abonent.bench.stress;

import io.abonent.bench.house.Command;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * People do not wait for the processors of the house: as far as this machine lets it, whoever plays them is served before the
 * house, so that what is measured is not its own waiting.
 */
final class Precedence {

    private static final Logger log = LoggerFactory.getLogger(Precedence.class);

    private Precedence() {}

    /** For this process alone, with the threads that it will start. */
    static void take() throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("renice", "-n", "-10", "-p"));
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            threads.forEach(thread -> words.add(thread.getFileName().toString()));
        }
        Command.Result result = new Command(words).run();
        if (result.code() != 0) {
            log.warn("The load generator waits for the processors like everybody else: {}", result.output());
        }
    }
}
