package io.abonent.bench.soak;

import io.abonent.bench.house.House;
import io.abonent.bench.house.Row;
import io.abonent.bench.speed.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One look at each process: what the kernel tells, and what a service tells itself. */
final class ProcessLook {

    private static final double KILOBYTES_OF_A_MEGABYTE = 1024;
    private static final double BYTES_OF_A_MEGABYTE = 1024 * 1024;
    private static final int PATIENCE_SECONDS = 20;

    private final House house;
    private final Http http = new Http();

    ProcessLook(House house) {
        this.house = house;
    }

    /** @param collect whether garbage is thrown away first: without that a heap in use says nothing */
    void look(Samples samples, long second, boolean collect) throws IOException, InterruptedException {
        List<String> services = new ArrayList<>(house.serviceProcesses());
        services.add("gateway");
        for (String service : services) {
            Optional<Row> row = house.row(service);
            if (row.isPresent()) {
                kernel(samples, second, row.get());
                service(samples, second, row.get(), collect);
            }
        }
        Optional<Row> broker = house.row("kafka");
        if (broker.isPresent()) {
            kernel(samples, second, broker.get());
        }
    }

    private static void kernel(Samples samples, long second, Row row) throws IOException {
        Path process = Path.of("/proc/" + row.pid());
        List<String> status = Files.readAllLines(process.resolve("status"));
        samples.add(second, row.name(), Measure.RESIDENT, number(status, "VmRSS:") / KILOBYTES_OF_A_MEGABYTE);
        samples.add(second, row.name(), Measure.THREADS, number(status, "Threads:"));
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            samples.add(second, row.name(), Measure.FILES, (double) files.count());
        }
    }

    private static double number(List<String> status, String name) {
        return status.stream()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private void service(Samples samples, long second, Row row, boolean collect)
            throws IOException, InterruptedException {
        if (collect) {
            collect(row.pid());
        }
        String page = Http.expect(200, http.get(house.management(row.name()) + "/actuator/prometheus"))
                .body();
        samples.add(second, row.name(), Measure.CONNECTIONS, sum(page, "hikaricp_connections{", ""));
        if (collect) {
            double bytes = sum(page, "jvm_memory_used_bytes{", "area=\"heap\"");
            samples.add(second, row.name(), Measure.HEAP, bytes / BYTES_OF_A_MEGABYTE);
        }
    }

    private static void collect(long pid) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(jcmd, Long.toString(pid), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    /** Of all lines of a Prometheus page that begin so and have this label. */
    static double sum(String page, String begin, String label) {
        return page.lines()
                .filter(line -> line.startsWith(begin) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
