package io.abonent.bench.speed;

import io.abonent.bench.house.House;
import io.abonent.bench.house.Installation;
import io.abonent.bench.run.Options;
import io.abonent.bench.world.Databases;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** G10: how long a service takes until it is ready, what that costs, and what it holds then; ways of starting take turns. */
public final class StartTimes {

    private static final Logger log = LoggerFactory.getLogger(StartTimes.class);

    private final Options options;
    private final Path repository;
    private final Path directory;

    public StartTimes(Options options, Path repository) throws IOException {
        this.options = options;
        this.repository = repository;
        this.directory = Options.newDirectory(repository, "start");
    }

    public void run() throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(Databases.SERVICES);
        all.add("gateway");
        List<String> services = options.only(all);
        Path home = directory.resolve("home");
        House house = new House(Installation.of(repository), home, options.number("offset", 9_300), 1);
        try {
            house.up(Map.of(), false);
            StringBuilder table = new StringBuilder("""
                    | Service | Start | ready s | CPU s | RSS MB | ready / fat jar |
                    |---|---|---|---|---|---|
                    """);
            for (String service : services) {
                StartedService started = new StartedService(repository, home, directory, service);
                started.prepare();
                report(service, measure(started), table);
            }
            table.append(String.format(
                    Locale.ROOT,
                    "%nMedians of %d, %s, load average %.1f at the end.%n",
                    rounds(),
                    Instant.now(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
            Files.writeString(directory.resolve("summary.md"), table);
            log.info("\n{}\n{}", table, directory);
        } finally {
            house.deleteWhenDown();
            house.down();
        }
    }

    private int rounds() {
        return options.number("rounds", 3);
    }

    private Map<StartWay, List<Start>> measure(StartedService service) throws IOException, InterruptedException {
        Map<StartWay, List<Start>> starts = new EnumMap<>(StartWay.class);
        for (int round = 0; round < rounds(); round++) {
            for (StartWay way : StartWay.values()) {
                starts.computeIfAbsent(way, key -> new ArrayList<>()).add(service.start(way));
            }
        }
        return starts;
    }

    private static void report(String service, Map<StartWay, List<Start>> starts, StringBuilder table) {
        double plain = median(starts.getOrDefault(StartWay.FAT_JAR, List.of()), Start::readySeconds);
        starts.forEach((way, all) -> {
            double ready = median(all, Start::readySeconds);
            String row = String.format(
                    Locale.ROOT,
                    "| %s | %s | %.1f | %.1f | %.0f | %.2f |",
                    service,
                    way.words(),
                    ready,
                    median(all, Start::cpuSeconds),
                    median(all, Start::residentMegabytes),
                    ready / plain);
            log.info("{}", row);
            table.append(row).append('\n');
        });
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> of) {
        double[] sorted = starts.stream().mapToDouble(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
