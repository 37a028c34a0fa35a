package io.abonent.simulators.journal;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.function.Supplier;

/** Walks the lines of a file by position, so that readers never disturb the writer. */
final class LineScan {

    private static final int BUFFER_BYTES = 64 * 1024;

    private LineScan() {}

    /** Sees a complete line; answers whether to go on. */
    interface Visitor {
        boolean line(long offset, Supplier<byte[]> bytes);
    }

    /** Sees where a complete line starts. */
    interface OffsetVisitor {
        void line(long offset, Supplier<byte[]> bytes);
    }

    static void of(FileChannel channel, OffsetVisitor visitor) throws IOException {
        of(channel, 0, channel.size(), (offset, bytes) -> {
            visitor.line(offset, bytes);
            return true;
        });
    }

    static void of(FileChannel channel, long from, long to, Visitor visitor) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        long lineStart = from;
        long position = from;
        while (position < to) {
            buffer.clear().limit((int) Math.min(BUFFER_BYTES, to - position));
            int read = channel.read(buffer, position);
            if (read < 0) {
                return;
            }
            for (int i = 0; i < read; i++) {
                byte b = buffer.get(i);
                if (b != '\n') {
                    line.write(b);
                    continue;
                }
                if (!visitor.line(lineStart, line::toByteArray)) {
                    return;
                }
                line.reset();
                lineStart = position + i + 1;
            }
            position += read;
        }
    }

    static byte[] lineAt(FileChannel channel, long offset) throws IOException {
        byte[][] found = new byte[1][];
        of(channel, offset, channel.size(), (start, bytes) -> {
            found[0] = bytes.get();
            return false;
        });
        if (found[0] == null) {
            throw new EOFException("No entry at " + offset);
        }
        return found[0];
    }

    /** Where the last complete line ends: anything behind it was torn off by a crash. */
    static long endOfLastLine(FileChannel channel) throws IOException {
        long end = channel.size();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (end > 0) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
            end--;
        }
        return 0;
    }
}
