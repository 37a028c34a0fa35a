package io.abonent.bench.house;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** A file system in memory for the data of one process, which can be filled or made read-only. Mounting needs root. */
public final class SmallDisk {

    private static final int CHUNK = 1 << 16;
    private static final long LOOK_MS = 100;

    private final Path directory;
    private final int megabytes;

    SmallDisk(Path directory, int megabytes) {
        this.directory = directory;
        this.megabytes = megabytes;
    }

    void mount() throws IOException, InterruptedException {
        Files.createDirectories(directory);
        Command.of("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m,mode=0700", "tmpfs", directory.toString())
                .output();
    }

    /** Nothing if it was never mounted: what made the run end then is not hidden by this. */
    void unmount() throws IOException, InterruptedException {
        Command.of("umount", "-l", directory.toString()).run();
    }

    /** Whatever is freed meanwhile is taken, too. */
    public void full(Duration length) throws IOException, InterruptedException {
        Path filler = directory.resolve("filler");
        long until = System.nanoTime() + length.toNanos();
        try (FileChannel file = FileChannel.open(filler, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (System.nanoTime() < until) {
                fill(file);
                Thread.sleep(LOOK_MS);
            }
        } finally {
            Files.deleteIfExists(filler);
        }
    }

    /** @return false as long as somebody has a file open for writing there */
    public boolean readOnly() throws IOException, InterruptedException {
        return remount("ro").run().code() == 0;
    }

    public void writable() throws IOException, InterruptedException {
        remount("rw").output();
    }

    private Command remount(String mode) {
        return Command.of("mount", "-o", "remount," + mode, directory.toString());
    }

    private static void fill(FileChannel file) {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        try {
            while (true) {
                chunk.clear();
                file.write(chunk);
            }
        } catch (IOException e) {
            // No space left on device: that is what was wanted.
        }
    }
}
