package io.abonent.bench.witness;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.bench.history.History;
import io.abonent.bench.history.Kind;
import io.abonent.bench.history.Outcome;
import io.abonent.bench.history.Verdict;
import io.abonent.bench.history.WitnessJournal;
import io.abonent.bench.witness.Client.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A house that answers by a script. */
class NotebookTests {

    private static final Request PAY =
            Request.post("billing", "/api/v1/payments", Map.of("quoteId", "q")).with("key-1");

    private static final Answer USED_UP =
            new Answer(429, Client.JSON.readTree("{}"), "RATE_LIMITED", Duration.ofHours(1));

    @TempDir
    private Path directory;

    private Path file;
    private final List<String> keys = new ArrayList<>();

    @BeforeEach
    void place() {
        file = directory.resolve("witness.jsonl");
    }

    private static Answer answer(int status, String body) {
        JsonNode node = Client.JSON.readTree(body);
        return new Answer(status, node, node.path("code").asString(""), Duration.ZERO);
    }

    private History perform(Duration patience, Answer... script) throws Exception {
        List<Answer> left = new ArrayList<>(List.of(script));
        try (WitnessJournal journal = WitnessJournal.create(file)) {
            new Notebook(journal, patience, Clock.systemUTC())
                    .perform("+7", Kind.PAY, "q", PAY, sender(left), Readers.named("paymentId"));
        }
        return WitnessJournal.read(file);
    }

    private static Outcome told(History history) {
        return Objects.requireNonNull(history.outcomes().get("c1"));
    }

    private Notebook.Sender sender(List<Answer> script) {
        return request -> {
            keys.add(request.key());
            return script.size() > 1 ? script.removeFirst() : script.getFirst();
        };
    }

    @Test
    void asksAgainUnderTheSameKeyUntilItIsTold() throws Exception {
        History history = perform(
                Duration.ofMinutes(1),
                answer(0, "{}"),
                answer(503, "{\"code\":\"TEMPORARILY_UNAVAILABLE\"}"),
                answer(409, "{\"code\":\"IDEMPOTENCY_RUNNING\"}"),
                answer(201, "{\"paymentId\":\"p-1\"}"));
        assertThat(keys).containsExactly("key-1", "key-1", "key-1", "key-1");
        assertThat(told(history).verdict()).isEqualTo(Verdict.OK);
        assertThat(told(history).effectId()).isEqualTo("p-1");
        assertThat(told(history).attempts()).isEqualTo(4);
    }

    @Test
    void takesARefusalForOne() throws Exception {
        History history = perform(Duration.ofMinutes(1), answer(409, "{\"code\":\"QUOTE_USED\"}"));
        assertThat(told(history).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(told(history).detail()).isEqualTo("QUOTE_USED");
    }

    @Test
    void takesAUsedUpBudgetForARefusal() throws Exception {
        History history = perform(Duration.ofMinutes(4), USED_UP);
        assertThat(told(history).verdict()).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void waitsForNoBudgetWhenSomethingMayHaveHappened() throws Exception {
        History history = perform(Duration.ofMinutes(4), answer(0, "{}"), USED_UP);
        assertThat(told(history).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(told(history).attempts()).isEqualTo(2);
    }

    @Test
    void leavesForTheCheckerWhatStaysUnknown() throws Exception {
        History history = perform(Duration.ZERO, answer(0, "{}"));
        assertThat(told(history).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void writesTheWishDownBeforeItIsSent() throws Exception {
        try (WitnessJournal journal = WitnessJournal.create(file)) {
            new Notebook(journal, Duration.ZERO, Clock.systemUTC())
                    .perform("+7", Kind.PAY, "q", PAY, this::lookThenRefuse, Readers.named("paymentId"));
        }
        assertThat(keys).containsExactly("seen");
    }

    private Answer lookThenRefuse(Request request) {
        try {
            keys.add(Files.readString(file).contains("\"key\":\"" + request.key() + "\"") ? "seen" : "not there");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return answer(422, "{\"code\":\"AMOUNT_OUT_OF_RANGE\"}");
    }
}
