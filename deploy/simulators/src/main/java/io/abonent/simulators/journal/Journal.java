package io.abonent.simulators.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Append-only file of JSON lines. An entry's number is its line number, so the file needs no index of its own; memory
 * holds one offset per {@value #STRIDE} lines. A torn last line (the process died while writing) is cut off at start.
 */
public final class Journal implements AutoCloseable {

    private static final int STRIDE = 128;

    private final FileChannel channel;
    private final JsonMapper json;
    private final Clock clock;
    private final Object syncLock = new Object();
    private final List<Long> strideOffsets = new ArrayList<>();

    private long entries;
    private volatile long size;
    private volatile long syncedSize;

    Journal(Path file, JsonMapper json, Clock clock) throws IOException {
        this.json = json;
        this.clock = clock;
        this.channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        LineScan.of(channel, (offset, bytes) -> noteLine(offset));
        this.size = LineScan.endOfLastLine(channel);
        this.syncedSize = size;
        channel.truncate(size);
    }

    /** What an entry looks like to a reader; {@code offset} is the handle for {@link #read}. */
    public record Entry(long seq, Instant at, String kind, String key, JsonNode data) {}

    /** Takes an entry and where it lies. */
    public interface Reader {
        void accept(Entry entry, long offset);
    }

    private void noteLine(long offset) {
        if (entries % STRIDE == 0) {
            strideOffsets.add(offset);
        }
        entries++;
    }

    /** Writes the entry and returns its offset; it survives the death of the process, and after {@link #sync} of the machine. */
    public synchronized long append(String kind, String key, Object data) {
        long offset = size;
        Entry entry = new Entry(entries + 1, clock.instant(), kind, key, json.valueToTree(data));
        ByteBuffer line = ByteBuffer.wrap((json.writeValueAsString(entry) + '\n').getBytes(StandardCharsets.UTF_8));
        try {
            long position = offset;
            while (line.hasRemaining()) {
                position += channel.write(line, position);
            }
            size = position;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        noteLine(offset);
        return offset;
    }

    /** Returns when everything appended before the call is on the disk; callers at the same moment share one flush. */
    public void sync() {
        long target = size;
        if (syncedSize >= target) {
            return;
        }
        synchronized (syncLock) {
            if (syncedSize >= target) {
                return;
            }
            long flushed = size;
            try {
                channel.force(false);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            syncedSize = flushed;
        }
    }

    public Entry read(long offset) {
        try {
            return parse(LineScan.lineAt(channel, offset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Entries numbered above {@code seq}, oldest first. */
    public List<Entry> after(long seq, int limit) {
        List<Entry> found = new ArrayList<>();
        if (seq < count() && limit > 0) {
            replay(seq, limit, (entry, offset) -> found.add(entry));
        }
        return found;
    }

    /** Hands over every entry numbered above {@code seq}, oldest first. */
    public void replay(long seq, Reader reader) {
        replay(seq, Long.MAX_VALUE, reader);
    }

    private void replay(long seq, long limit, Reader reader) {
        long from = Math.max(0, seq);
        if (from >= count()) {
            return;
        }
        long[] skip = {from % STRIDE};
        long[] left = {limit};
        try {
            LineScan.of(channel, offsetOfStride(from / STRIDE), size, (offset, bytes) -> {
                if (skip[0] > 0) {
                    skip[0]--;
                } else if (left[0] > 0) {
                    left[0]--;
                    reader.accept(parse(bytes.get()), offset);
                }
                return left[0] > 0;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized long count() {
        return entries;
    }

    private synchronized long offsetOfStride(long stride) {
        return strideOffsets.get(Math.toIntExact(stride));
    }

    private Entry parse(byte[] line) {
        return json.readValue(line, Entry.class);
    }

    @Override
    public void close() throws IOException {
        sync();
        channel.close();
    }
}
