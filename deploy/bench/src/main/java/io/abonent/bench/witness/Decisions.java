package io.abonent.bench.witness;

import io.abonent.bench.witness.Client.Request;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;

/** What payers do at the provider's page. A payment the provider has not heard of yet is decided when it has. */
final class Decisions {

    private record Decision(String payment, String outcome) {}

    private static final long PAUSE_MS = 200;

    private final Client client;
    private final LinkedBlockingQueue<Decision> open = new LinkedBlockingQueue<>();
    private volatile int inWork;

    Decisions(Client client) {
        this.client = client;
    }

    void decide(String payment, String outcome) {
        open.add(new Decision(payment, outcome));
    }

    int open() {
        return open.size() + inWork;
    }

    /** Until interrupted. */
    void work() {
        try {
            while (true) {
                Decision decision = open.take();
                inWork = 1;
                Answer answer = client.simulators(Request.post(
                        "", "/payments/" + decision.payment() + "/decision", Map.of("outcome", decision.outcome())));
                if (!answer.ok() && answer.status() != 409) {
                    open.add(decision);
                    Thread.sleep(PAUSE_MS);
                }
                inWork = 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
