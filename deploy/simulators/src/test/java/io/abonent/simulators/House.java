package io.abonent.simulators;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes the provider's notifications, or refuses the next few of them. */
public final class House implements AutoCloseable {

    private final HttpServer server;
    private final List<JsonNode> notifications = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> refusalsLeft = new ConcurrentHashMap<>();
    private final JsonMapper json = new JsonMapper();

    private House(HttpServer server) {
        this.server = server;
    }

    static House open() {
        try {
            House house = new House(HttpServer.create(new InetSocketAddress("localhost", 0), 0));
            house.server.createContext("/notifications", house::take);
            house.server.start();
            return house;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/notifications";
    }

    public void refuseNextAbout(String providerPaymentId, int count) {
        refusalsLeft.put(providerPaymentId, new AtomicInteger(count));
    }

    /** Events about this payment in the order of their arrival, refused ones included. */
    public List<String> eventsAbout(String providerPaymentId) {
        return notifications.stream()
                .filter(one -> one.at("/object/id").asString().equals(providerPaymentId)
                        || one.at("/object/payment_id").asString().equals(providerPaymentId))
                .map(one -> one.get("event").asString())
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            JsonNode notification = json.readTree(body);
            notifications.add(notification);
            AtomicInteger left = refusalsLeft.get(notification.at("/object/id").asString());
            boolean refuse = left != null && left.getAndDecrement() > 0;
            exchange.sendResponseHeaders(refuse ? 503 : 204, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
