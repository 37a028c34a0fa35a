package io.abonent.bench.speed;

import io.abonent.bench.house.House;
import io.abonent.bench.witness.Member;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The cabinet's first page beside the slowest call that it makes, both as the gateway's own metrics tell them. */
final class HomePage implements Rows {

    private static final int PAGES = 600;
    private static final double AIM = 2.0;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final House house;
    private final Member member;
    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    HomePage(House house, Member member) {
        this.house = house;
        this.member = member;
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
        signIn();
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
            Http.expect(200, browser.send(to("/home").GET().build(), BodyHandlers.ofString()));
        }
    }

    private void signIn() throws IOException, InterruptedException {
        HttpResponse<String> form = browser.send(to("/sign-in").GET().build(), BodyHandlers.ofString());
        Matcher csrf = CSRF.matcher(form.body());
        if (!csrf.find()) {
            throw new IOException("the sign-in page has no form: " + form.statusCode());
        }
        Http.expect(
                303,
                browser.send(
                        Http.form(
                                to("/sign-in"),
                                Map.of(
                                        "_csrf",
                                        csrf.group(1),
                                        "login",
                                        member.phone(),
                                        "password",
                                        member.password(),
                                        "next",
                                        "")),
                        BodyHandlers.ofString()));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(house.gateway() + path));
    }
}
