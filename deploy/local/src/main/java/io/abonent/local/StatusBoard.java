package io.abonent.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Tells the shell what is going on: a table of processes and a list of what happened while starting. */
final class StatusBoard {

    enum State {
        STARTING,
        READY,
        RESTARTING,
        STOPPED,
        FAILED
    }

    private record Row(long pid, int port, State state, LocalDateTime since) {}

    private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Path status;
    private final Path progress;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    StatusBoard(Home home) throws IOException {
        this.status = home.run("status");
        this.progress = home.run("progress");
        Files.writeString(progress, "");
    }

    synchronized void show(String name, long pid, int port, State state) {
        Row before = rows.get(name);
        LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
        boolean unchanged = before != null && before.state == state && before.pid == pid;
        LocalDateTime since = before != null && unchanged ? before.since : now;
        rows.put(name, new Row(pid, port, state, since));
        write();
    }

    /** One line for the person who waits. A line that starts with {@code !} ends the waiting: ready or failed. */
    synchronized void tell(String line) {
        try {
            Files.writeString(progress, line + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        StringBuilder table = new StringBuilder();
        rows.forEach((name, row) -> table.append("%s\t%d\t%d\t%s\t%s%n"
                .formatted(
                        name, row.pid, row.port, row.state.name().toLowerCase(Locale.ROOT), SINCE.format(row.since))));
        try {
            Path fresh = status.resolveSibling("status.new");
            Files.writeString(fresh, table);
            Files.move(fresh, status, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
