package io.abonent.bench.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Append-only file of JSON lines. A command is on the disk before it is sent: whatever the house did with it, nobody can
 * later say that it was never asked.
 */
public final class WitnessJournal implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final FileChannel channel;
    private final Object flush = new Object();
    private volatile long written;
    private volatile long flushed;

    private WitnessJournal(FileChannel channel) {
        this.channel = channel;
    }

    public static WitnessJournal create(Path file) throws IOException {
        return new WitnessJournal(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /** Returns when the line is on the disk. */
    public void asked(Command command) {
        write(Map.of("command", command));
    }

    /** Likewise. */
    public void told(Outcome outcome) {
        write(Map.of("outcome", outcome));
    }

    private void write(Object line) {
        byte[] bytes = (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            long end;
            synchronized (this) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    written += channel.write(buffer);
                }
                end = written;
            }
            force(end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever comes while another flushes is usually covered by the next flush of somebody else. */
    private void force(long end) throws IOException {
        synchronized (flush) {
            if (flushed < end) {
                long covered = written;
                channel.force(false);
                flushed = covered;
            }
        }
    }

    public static History read(Path file) throws IOException {
        List<Command> commands = new ArrayList<>();
        Map<String, Outcome> outcomes = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode node = JSON.readTree(line);
            if (node.has("command")) {
                commands.add(JSON.treeToValue(node.get("command"), Command.class));
            } else {
                Outcome outcome = JSON.treeToValue(node.get("outcome"), Outcome.class);
                outcomes.put(outcome.command(), outcome);
            }
        }
        return new History(commands, outcomes);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
