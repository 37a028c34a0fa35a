package io.abonent.bench.speed;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Histograms of a Prometheus page, by metric and {@code uri}; other labels are added up. */
record Histograms(Map<Histograms.Key, Histograms.Histogram> all) {

    private static final Pattern BUCKET = Pattern.compile("(\\w+)_seconds_bucket\\{(.*)} ([0-9.E+]+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    record Key(String metric, String uri) {}

    /** @param cumulative count up to a bound in seconds */
    record Histogram(NavigableMap<Double, Double> cumulative) {

        double count() {
            return cumulative.lastEntry().getValue();
        }

        /** Upper bound of the bucket in which it lies, in milliseconds. */
        double quantile(double share) {
            double wanted = share * count();
            return cumulative.entrySet().stream()
                            .filter(bucket -> bucket.getValue() >= wanted)
                            .findFirst()
                            .orElseThrow()
                            .getKey()
                    * 1_000;
        }
    }

    static Histograms read(String address) throws IOException, InterruptedException {
        return parse(Http.expect(200, new Http().get(address)).body());
    }

    static Histograms parse(String page) {
        Map<Key, Histogram> all = new HashMap<>();
        page.lines().forEach(line -> {
            Matcher bucket = BUCKET.matcher(line);
            if (bucket.lookingAt()) {
                Map<String, String> labels = labels(bucket.group(2));
                String bound = labels.getOrDefault("le", "+Inf");
                double seconds = bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound);
                all.computeIfAbsent(
                                new Key(bucket.group(1), labels.getOrDefault("uri", "")),
                                key -> new Histogram(new TreeMap<>()))
                        .cumulative()
                        .merge(seconds, Double.parseDouble(bucket.group(3)), Double::sum);
            }
        });
        return new Histograms(all);
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new HashMap<>();
        Matcher label = LABEL.matcher(text);
        while (label.find()) {
            labels.put(label.group(1), label.group(2));
        }
        return labels;
    }

    Histograms since(Histograms before) {
        Map<Key, Histogram> difference = new HashMap<>();
        all.forEach((key, now) -> {
            NavigableMap<Double, Double> buckets = new TreeMap<>(now.cumulative());
            Histogram then = before.all.get(key);
            if (then != null) {
                then.cumulative().forEach((bound, count) -> buckets.merge(bound, -count, Double::sum));
            }
            difference.put(key, new Histogram(buckets));
        });
        return new Histograms(difference);
    }

    Optional<Histogram> of(String metric, String uri) {
        return Optional.ofNullable(all.get(new Key(metric, uri)));
    }

    Collection<Histogram> named(String metric) {
        return all.entrySet().stream()
                .filter(entry -> entry.getKey().metric().equals(metric))
                .map(Map.Entry::getValue)
                .toList();
    }
}
