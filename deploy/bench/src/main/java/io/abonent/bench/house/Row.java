package io.abonent.bench.house;

import java.util.List;
import java.util.stream.Stream;

/** A line of {@code ./abonent status}. */
public record Row(String name, long pid, int port, String state) {

    private static final int MANAGEMENT_SHIFT = 1000;

    String management() {
        return "http://localhost:" + (port + MANAGEMENT_SHIFT);
    }

    /** The process and all that it has started. */
    public List<ProcessHandle> family() {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        return Stream.concat(Stream.of(process), process.descendants()).toList();
    }
}
