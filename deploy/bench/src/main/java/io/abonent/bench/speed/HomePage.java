package io.abonent.bench.speed;

import io.abonent.bench.house.House;
import io.abonent.bench.witness.Member;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The cabinet's first page beside the slowest call that it makes, both as the gateway's own metrics tell them. */
final class HomePage implements Rows {

    private static final int PAGES = 600;
    private static final double AIM = 2.0;

    private final House house;
    private final Member member;
    private final Visitor visitor;

    HomePage(House house, Member member) {
        this.house = house;
        this.member = member;
        this.visitor = new Visitor(house.gateway(), Duration.ofSeconds(20));
    }

    /** Buckets fine enough to compare what takes some milliseconds. */
    static Map<String, String> settings() {
        String buckets =
                IntStream.rangeClosed(1, 200).mapToObj(millis -> millis + "ms").collect(Collectors.joining(","));
        return Map.of(
                "gateway.management.metrics.distribution.slo.http.server.requests",
                buckets,
                "gateway.management.metrics.distribution.slo.http.client.requests",
                buckets);
    }

    @Override
    public List<Line> measure() throws IOException, InterruptedException {
        visitor.signIn(member);
        for (int round = 0; round < 4; round++) {
            openPages();
        }
        Histograms before = Histograms.read(house.gatewayMetrics());
        openPages();
        Histograms pages = Histograms.read(house.gatewayMetrics()).since(before);
        double page = pages.of("http_server_requests", "/home").orElseThrow().quantile(0.95);
        double call = pages.named("http_client_requests").stream()
                .filter(histogram -> histogram.count() >= PAGES)
                .mapToDouble(histogram -> histogram.quantile(0.95))
                .max()
                .orElseThrow();
        return List.of(new Line(
                "home",
                "home page of %d accounts / the slowest of its calls, p95 in the gateway"
                        .formatted(member.supplyAccounts().size()),
                String.format(Locale.ROOT, "%.0f ms", page),
                String.format(Locale.ROOT, "%.0f ms", call),
                String.format(Locale.ROOT, "%.2f", page / call),
                String.format(Locale.ROOT, "≤ %.1f", AIM),
                page / call <= AIM));
    }

    private void openPages() throws IOException, InterruptedException {
        for (int page = 0; page < PAGES; page++) {
            visitor.home();
        }
    }
}
