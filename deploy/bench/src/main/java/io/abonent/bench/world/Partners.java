package io.abonent.bench.world;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the partners wrote into their own journals. */
final class Partners {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PAGE = 5_000;
    private static final List<String> ALL = List.of("back-office", "payment-provider", "fiscal", "sms", "mail");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String simulators;

    Partners(String simulators) {
        this.simulators = simulators;
    }

    /** Each payment in its last state, by the provider's own id: two of them may name the same payment of ours. */
    List<Money.Entry> taken() throws IOException, InterruptedException {
        Map<String, JsonNode> last = new LinkedHashMap<>();
        for (JsonNode entry : journal("payment-provider")) {
            if (entry.path("kind").asString().equals("payment")) {
                last.put(entry.path("key").asString(), entry.get("data"));
            }
        }
        return last.values().stream()
                .filter(payment -> payment.path("status").asString().equals("SUCCEEDED"))
                .map(payment -> new Money.Entry(
                        payment.at("/metadata/paymentId").asString(),
                        payment.path("chargedMinor").asLong()))
                .toList();
    }

    List<Money.Entry> credited(Map<String, String> paymentsByPart) throws IOException, InterruptedException {
        return journal("back-office").stream()
                .filter(entry -> entry.path("kind").asString().equals("payment"))
                .map(entry -> entry.get("data"))
                .map(data -> new Money.Entry(
                        payment(data.path("documentId").asString(), paymentsByPart),
                        data.path("amountMinor").asLong()))
                .toList();
    }

    List<String> readingsTaken() throws IOException, InterruptedException {
        return journal("back-office").stream()
                .filter(entry -> entry.path("kind").asString().equals("reading"))
                .map(entry -> entry.get("data"))
                .filter(data -> data.path("status").asString().equals("ACCEPTED"))
                .map(data -> data.path("documentId").asString())
                .toList();
    }

    List<Money.Entry> receipts(Map<String, String> paymentsByPart) throws IOException, InterruptedException {
        return journal("fiscal").stream()
                .map(entry -> entry.get("data"))
                .filter(data -> data.path("operation").asString().equals("sell")
                        && data.path("number").asLong() > 0)
                .map(data -> new Money.Entry(
                        payment(data.path("externalId").asString(), paymentsByPart),
                        data.at("/receipt/total").asDecimal().movePointRight(2).longValueExact()))
                .toList();
    }

    /** From the second attempt on, the register's document carries a number behind the part's id. */
    private static String payment(String document, Map<String, String> paymentsByPart) {
        String part = document.substring(0, Math.min(36, document.length()));
        return paymentsByPart.getOrDefault(part, "unknown document " + document);
    }

    Map<String, Long> messages() throws IOException, InterruptedException {
        Map<String, Long> messages = new HashMap<>();
        for (JsonNode entry : journal("sms")) {
            messages.merge(entry.at("/data/to").asString(), 1L, Long::sum);
        }
        return messages;
    }

    /** Everything partners ever did because of us. */
    Map<String, List<String>> journals() throws IOException, InterruptedException {
        Map<String, List<String>> journals = new HashMap<>();
        for (String partner : ALL) {
            journals.put(
                    "journal of " + partner,
                    journal(partner).stream().map(JsonNode::toString).toList());
        }
        return journals;
    }

    /** Requests of the last quarter of an hour at most, also those that only ask; who was not called is not named. */
    Map<String, Long> calls(Instant since) throws IOException, InterruptedException {
        Map<String, Long> calls = new TreeMap<>();
        for (String partner : ALL) {
            long operations = 0;
            for (JsonNode second : get("/traffic/" + partner + "?since=" + since.getEpochSecond())) {
                operations += second.path("operations").asLong();
            }
            if (operations > 0) {
                calls.put(partner, operations);
            }
        }
        return calls;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulators + path))
                .timeout(Duration.ofSeconds(60))
                .build();
        return JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private List<JsonNode> journal(String partner) throws IOException, InterruptedException {
        List<JsonNode> entries = new ArrayList<>();
        long after = 0;
        while (true) {
            JsonNode body = get("/journal/" + partner + "?after=" + after + "&limit=" + PAGE);
            body.get("items").forEach(entries::add);
            long next = body.get("next").asLong();
            if (next == after) {
                return entries;
            }
            after = next;
        }
    }
}
