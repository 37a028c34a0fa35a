package io.abonent.bench.crash;

import io.abonent.bench.house.House;
import io.abonent.bench.run.Besides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the agents wrote: a file for each point that was reached, another when it ended its process. */
final class CrashDirectory implements Besides {

    private final Path directory;

    CrashDirectory(Path directory) {
        this.directory = directory;
    }

    Set<String> reached() throws IOException {
        return names("reached");
    }

    Set<String> crashed() throws IOException {
        return names("crashed");
    }

    /** From now on processes end. */
    @Override
    public void houseIsUp(House house, Path runDirectory) throws IOException {
        Files.createFile(directory.resolve("armed"));
    }

    @Override
    public Map<String, Integer> done() throws IOException {
        Map<String, Integer> done = new TreeMap<>();
        for (String point : crashed()) {
            done.merge("CRASH " + point.substring(0, point.indexOf(' ')), 1, Integer::sum);
        }
        return done;
    }

    /** One line for each point; what was reached too early or too late in the life of a process is left over. */
    String table() throws IOException {
        Set<String> crashed = crashed();
        List<String> lines = new ArrayList<>(List.of("| Point | Ended there |", "|---|---|"));
        for (String point : reached()) {
            lines.add("| %s | %s |".formatted(point, crashed.contains(point) ? "once" : "no"));
        }
        return String.join("\n", lines) + "\n";
    }

    private Set<String> names(String kind) throws IOException {
        Path files = directory.resolve(kind);
        Set<String> names = new TreeSet<>();
        if (Files.isDirectory(files)) {
            try (Stream<Path> points = Files.list(files)) {
                points.forEach(point -> names.add(String.valueOf(point.getFileName())));
            }
        }
        return names;
    }
}
