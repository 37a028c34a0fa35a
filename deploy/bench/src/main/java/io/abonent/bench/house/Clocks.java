package io.abonent.bench.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** The files from which processes that have clocks of their own read how wrong they are. */
public record Clocks(Path directory) {

    public Path of(String process) {
        return directory.resolve("clock-" + process);
    }

    /** Takes effect within a second. */
    public void set(String process, Duration offset) throws IOException {
        Path next = directory.resolve("clock-" + process + ".next");
        Files.writeString(next, "%+d%n".formatted(offset.toSeconds()));
        Files.move(next, of(process), StandardCopyOption.ATOMIC_MOVE);
    }
}
