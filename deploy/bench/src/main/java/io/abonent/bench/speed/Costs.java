package io.abonent.bench.speed;

import io.abonent.bench.house.House;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Processor time of one request in each service, with all that its events bring about. */
final class Costs implements Rows {

    /** Everything that was told has been worked on by then. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(4);

    private final House house;
    private final Calls calls;
    private final Visitors visitors;
    private final Sides sides;

    Costs(House house, Calls calls, Visitors visitors, Sides sides) {
        this.house = house;
        this.calls = calls;
        this.visitors = visitors;
        this.sides = sides;
    }

    private record Request(int perSecond, Shot shot) {}

    @Override
    public List<Line> measure() throws IOException, InterruptedException, SQLException {
        visitors.signIn();
        Map<String, Request> requests = requests();
        for (Request request : requests.values()) {
            // What is rare asks a partner or hashes: more of it at once would be refused.
            int workers = Math.min(calls.members(), request.perSecond());
            sides.warmUp().with(sides.turn(calls, workers, request.shot()));
        }
        Thread.sleep(AFTERWARDS);
        Duration calm = sides.time().plus(AFTERWARDS);
        double idleSeconds = calm.toNanos() / 1e9;
        ProcessorTimes before = ProcessorTimes.of(house);
        Thread.sleep(calm);
        ProcessorTimes idle = ProcessorTimes.of(house).minus(before);
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<String, Request> request : requests.entrySet()) {
            lines.add(line(request.getKey(), request.getValue(), idle, idleSeconds));
        }
        return lines;
    }

    private Map<String, Request> requests() {
        Map<String, Request> requests = new LinkedHashMap<>();
        requests.put("the cabinet's first page", new Request(20, visitors::home));
        requests.put("a balance", new Request(100, calls::balance));
        requests.put("an empty answer, token checked", new Request(100, calls::nothingOfBilling));
        requests.put("a quote", new Request(100, calls::quote));
        requests.put("a payment: quote, payment, all that follows", new Request(10, calls::payment));
        requests.put("a changed profile", new Request(50, calls::rename));
        requests.put("a refresh of a session", new Request(50, calls::refresh));
        requests.put("a sign-in", new Request(8, calls::signIn));
        return requests;
    }

    private Line line(String name, Request request, ProcessorTimes idle, double idleSeconds)
            throws IOException, InterruptedException {
        calls.renew();
        Thread.sleep(AFTERWARDS);
        long start = System.nanoTime();
        ProcessorTimes before = ProcessorTimes.of(house);
        ProcessorTimes compiledBefore = ProcessorTimes.ofCompilers(house);
        Latencies answers = load(request);
        Thread.sleep(AFTERWARDS);
        ProcessorTimes busy = ProcessorTimes.of(house).minus(before);
        double compiling =
                ProcessorTimes.ofCompilers(house).minus(compiledBefore).ours();
        double seconds = (System.nanoTime() - start) / 1e9;
        int requests = answers.millis().size();
        ProcessorTimes each = busy.eachOf(requests, idle, seconds / idleSeconds);
        return new Line(
                "cost",
                "%s, %.0f/s".formatted(name, answers.perSecond()),
                String.format(
                        Locale.ROOT, "%.2f ms: %s; of it compiling %.2f", each.ours(), each, compiling / requests),
                "",
                "",
                "",
                true);
    }

    private Latencies load(Request request) throws IOException, InterruptedException {
        return new Steady(calls.members(), request.perSecond(), sides.time()).of(request.shot());
    }
}
