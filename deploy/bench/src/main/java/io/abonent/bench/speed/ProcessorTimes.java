package io.abonent.bench.speed;

import io.abonent.bench.house.House;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Of each service of a house, all replicas with their children, and of what it stands on: milliseconds of both kinds, since they
 * began or between two looks.
 */
record ProcessorTimes(Map<String, Double> millis) {

    /** Somebody else's processors. */
    private static final String PARTNERS = "simulators";

    /** The load generator. */
    private static final String ASKING = "bench";

    private static final List<String> NOT_OURS = List.of(PARTNERS, ASKING);

    /** Names of the threads of HotSpot's two compilers; the kernel keeps 15 characters. */
    private static final Pattern COMPILER = Pattern.compile("C[12] CompilerThre");

    private static final List<String> OTHERS = List.of("gateway", "postgres", "kafka", PARTNERS);

    /** {@code USER_HZ}: the same on every Linux. */
    private static final double MILLIS_OF_A_TICK = 10;

    /** Position of utime in {@code /proc/PID/stat} behind the name; stime follows, then those of children that ended. */
    private static final int USER_TIME = 11;

    private static final int KINDS = 4;
    private static final double SHOWN = 0.005;

    static ProcessorTimes of(House house) throws IOException {
        return of(house, process -> ticks(directory(process)));
    }

    /** Of what translates bytecode, in the house and in who asks it. */
    static ProcessorTimes ofCompilers(House house) throws IOException {
        Map<String, Double> millis =
                new LinkedHashMap<>(of(house, ProcessorTimes::compiling).millis());
        millis.put(ASKING, compiling(ProcessHandle.current()) * MILLIS_OF_A_TICK);
        return new ProcessorTimes(millis);
    }

    private static ProcessorTimes of(House house, ToDoubleFunction<ProcessHandle> ticks) throws IOException {
        Map<String, Double> millis = new LinkedHashMap<>();
        List<String> processes = new ArrayList<>(house.serviceProcesses());
        processes.addAll(OTHERS);
        for (String process : processes) {
            double sum = 0;
            for (ProcessHandle each : house.row(process).orElseThrow().family()) {
                sum += ticks.applyAsDouble(each);
            }
            millis.merge(House.service(process), sum * MILLIS_OF_A_TICK, Double::sum);
        }
        return new ProcessorTimes(millis);
    }

    private static double compiling(ProcessHandle process) {
        double ticks = 0;
        try (DirectoryStream<Path> threads =
                Files.newDirectoryStream(directory(process).resolve("task"))) {
            for (Path thread : threads) {
                if (COMPILER.matcher(read(thread.resolve("comm"))).lookingAt()) {
                    ticks += ticks(thread);
                }
            }
        } catch (IOException ended) {
            return 0;
        }
        return ticks;
    }

    private static Path directory(ProcessHandle process) {
        return Path.of("/proc", Long.toString(process.pid()));
    }

    /** @param directory of a process or thread in {@code /proc} */
    private static double ticks(Path directory) {
        String stat = read(directory.resolve("stat"));
        if (stat.isEmpty()) {
            return 0;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Arrays.stream(fields, USER_TIME, USER_TIME + KINDS)
                .mapToDouble(Double::parseDouble)
                .sum();
    }

    /** Nothing of who has ended: its files are gone, or open and can no longer be read. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ended) {
            return "";
        }
    }

    ProcessorTimes minus(ProcessorTimes other) {
        return with(other, (ours, theirs) -> ours - theirs);
    }

    /** What is more than in so many times as long without work, for each of so many requests. */
    ProcessorTimes eachOf(long requests, ProcessorTimes idle, double times) {
        return with(idle, (busy, calm) -> Math.max(0, busy - calm * times) / requests);
    }

    private ProcessorTimes with(ProcessorTimes other, DoubleBinaryOperator operator) {
        Map<String, Double> result = new LinkedHashMap<>();
        millis.forEach((process, time) ->
                result.put(process, operator.applyAsDouble(time, other.millis().getOrDefault(process, 0.0))));
        return new ProcessorTimes(result);
    }

    double all() {
        return millis.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** All but the partners' and that of who asks. */
    double ours() {
        return millis.entrySet().stream()
                .filter(process -> !NOT_OURS.contains(process.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** {@code billing 0.71, postgres 0.30}, without what is next to nothing. */
    @Override
    public String toString() {
        return millis.entrySet().stream()
                .filter(process -> process.getValue() >= SHOWN)
                .map(process -> String.format(Locale.ROOT, "%s %.2f", process.getKey(), process.getValue()))
                .collect(Collectors.joining(", "));
    }
}
