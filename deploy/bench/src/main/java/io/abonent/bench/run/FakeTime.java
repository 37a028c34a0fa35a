package io.abonent.bench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The library that lies about the time to whoever loads it (Debian: {@code faketime}). */
final class FakeTime {

    private static final Path LIBRARIES = Path.of("/usr/lib");
    /** Not the one for threads: a lock around each question costs five times as much. */
    private static final String NAME = "faketime/libfaketime.so.1";

    private FakeTime() {}

    /** @throws IllegalArgumentException if it is not installed */
    static Path library() {
        try (DirectoryStream<Path> places = Files.newDirectoryStream(LIBRARIES, Files::isDirectory)) {
            for (Path place : places) {
                if (Files.exists(place.resolve(NAME))) {
                    return place.resolve(NAME);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException("clocks need libfaketime: apt-get install faketime");
    }
}
