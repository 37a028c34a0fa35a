package io.abonent.bench.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** What {@code ./abonent status} shows: name, process, port and state in a line for each process. */
record StatusFile(Path file) {

    /** Of nobody before the first process starts. */
    List<Row> rows() throws IOException {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split("\t", -1))
                    .filter(cells -> cells.length > 3)
                    .map(cells -> new Row(cells[0], Long.parseLong(cells[1]), Integer.parseInt(cells[2]), cells[3]))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
