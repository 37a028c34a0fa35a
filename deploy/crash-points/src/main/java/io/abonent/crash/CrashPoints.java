package io.abonent.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asked at every seam. A point is the service, what is done, whether it has been done, and where in our code; each ends a
 * process once in the life of the directory, however many processes there are.
 */
public final class CrashPoints {

    /** As after {@code kill -9}. */
    private static final int KILLED = 137;

    private static final Pattern WRITES =
            Pattern.compile("(?is)\\s*(insert|update|delete|with\\b.*\\b(insert|update|delete))\\b.*");

    private static volatile @Nullable CrashPoints running;

    private final Path directory;
    private final String service;
    private final long earliestNanos;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    CrashPoints(Path directory, String service, Duration atLeast) {
        this.directory = directory;
        this.service = service;
        this.earliestNanos = System.nanoTime() + atLeast.toNanos();
    }

    static void open(Path directory, String service, Duration atLeast) throws IOException {
        Files.createDirectories(directory.resolve("reached"));
        Files.createDirectories(directory.resolve("crashed"));
        running = new CrashPoints(directory, service, atLeast);
    }

    /** Called from the seams, whose classes know nothing of it. */
    public static void reached(String kind, boolean after, Object where) {
        CrashPoints points = running;
        if (points != null && matters(Seam.Kind.valueOf(kind), where)) {
            Place.here().ifPresent(place -> points.reached(Seam.Kind.valueOf(kind), after, place));
        }
    }

    private void reached(Seam.Kind kind, boolean after, String place) {
        String moment = after ? "after" : "before";
        String point = service + " " + moment + " " + kind.name().toLowerCase(Locale.ROOT) + " " + place;
        if (seen.add(point)) {
            mark(directory.resolve("reached").resolve(point));
        }
        if (isArmed() && mark(directory.resolve("crashed").resolve(point))) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    /** Processes that have just begun are left alone, and all of them until the run says that the house is complete. */
    private boolean isArmed() {
        return System.nanoTime() - earliestNanos >= 0 && Files.exists(directory.resolve("armed"));
    }

    /** @return whether nobody has done so before: of several processes exactly one is told so */
    private static boolean mark(Path file) {
        try {
            Files.createFile(file);
            return true;
        } catch (FileAlreadyExistsException known) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What only reads has no effect to lose or to double. */
    static boolean matters(Seam.Kind kind, Object where) {
        try {
            return switch (kind) {
                case COMMIT -> !((Connection) where).isReadOnly();
                case STATEMENT -> {
                    Statement statement = (Statement) where;
                    yield statement.getConnection().getAutoCommit()
                            && WRITES.matcher(statement.toString()).matches();
                }
                case PUBLISH, CONSUME, CALL, MESSAGE -> true;
            };
        } catch (SQLException closed) {
            return false;
        }
    }
}
