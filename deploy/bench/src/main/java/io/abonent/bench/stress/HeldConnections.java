package io.abonent.bench.stress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How long the other side held connections, as the kernel's table of sockets tells: a client that hardly reads learns of an end
 * only long after it.
 */
final class HeldConnections {

    private static final Duration EVERY = Duration.ofMillis(500);
    private static final int ESTABLISHED = 1;
    private static final int HEX = 16;

    /** Ports of the two ends, seen from the server. */
    record Ends(int server, int client) {}

    /** One connection of a slow client. */
    static final class Held {

        private final Ends ends;
        private final String target;
        private final SlowMode mode;
        private final long opened = System.nanoTime();
        private volatile boolean seen;
        private volatile long closed;
        private volatile boolean left;

        private Held(Ends ends, String target, SlowMode mode) {
            this.ends = ends;
            this.target = target;
            this.mode = mode;
        }

        boolean isHeld() {
            return closed == 0;
        }

        /** The other side has. */
        void closed() {
            if (closed == 0) {
                closed = System.nanoTime();
            }
        }

        /** This side has gone; what the other would have done is not known. */
        void left() {
            left = true;
        }
    }

    /** @param ended false if it was still held when the run was over */
    record Life(String target, SlowMode mode, double seconds, boolean ended) {}

    private final List<Held> all = new ArrayList<>();

    synchronized Held opened(int server, int client, String target, SlowMode mode) {
        Held held = new Held(new Ends(server, client), target, mode);
        all.add(held);
        return held;
    }

    /** Until it is interrupted. */
    void watch() {
        try {
            while (true) {
                Thread.sleep(EVERY);
                look(established());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look(Set<Ends> established) {
        long now = System.nanoTime();
        for (Held held : all) {
            if (held.closed == 0 && !held.left) {
                if (established.contains(held.ends)) {
                    held.seen = true;
                } else if (held.seen || now - held.opened > EVERY.toNanos()) {
                    held.closed();
                }
            }
        }
    }

    synchronized int now() {
        return (int) all.stream().filter(held -> held.closed == 0 && !held.left).count();
    }

    synchronized List<Life> lives() {
        long now = System.nanoTime();
        return all.stream()
                .filter(held -> held.closed != 0 || !held.left)
                .map(held -> new Life(
                        held.target,
                        held.mode,
                        ((held.closed == 0 ? now : held.closed) - held.opened) / 1e9,
                        held.closed != 0))
                .toList();
    }

    private static Set<Ends> established() {
        Set<Ends> established = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            try (Stream<String> lines = Files.lines(Path.of(table))) {
                established.addAll(established(lines));
            } catch (IOException e) {
                throw new IllegalStateException("only a Linux kernel tells about sockets in " + table, e);
            }
        }
        return established;
    }

    /** Lines are {@code sl local_address:port rem_address:port st …}, in hexadecimal digits. */
    static Set<Ends> established(Stream<String> table) {
        Set<Ends> established = new HashSet<>();
        table.skip(1).map(line -> line.strip().split("\\s+")).forEach(cells -> {
            if (Integer.parseInt(cells[3], HEX) == ESTABLISHED) {
                established.add(new Ends(port(cells[1]), port(cells[2])));
            }
        });
        return established;
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), HEX);
    }
}
