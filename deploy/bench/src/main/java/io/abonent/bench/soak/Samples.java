package io.abonent.bench.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Everything that was looked at, in the order of time. */
final class Samples {

    private record Sample(long second, Series series, double value) {}

    private final List<Sample> all = new ArrayList<>();

    synchronized void add(long second, String subject, Measure measure, double value) {
        all.add(new Sample(second, new Series(subject, measure), value));
    }

    synchronized List<Growth> growths() {
        Map<Series, List<Double>> values = new LinkedHashMap<>();
        for (Sample sample : all) {
            values.computeIfAbsent(sample.series(), key -> new ArrayList<>()).add(sample.value());
        }
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= 3)
                .map(entry -> Growth.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    synchronized void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of("second,subject,measure,value"));
        for (Sample sample : all) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%d,%s,%s,%.1f",
                    sample.second(),
                    sample.series().subject(),
                    sample.series().measure().words(),
                    sample.value()));
        }
        Files.write(file, lines);
    }
}
