package io.abonent.billing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.contracts.account.AccessLevel;
import io.abonent.contracts.billing.ReadingRejected;
import io.abonent.contracts.billing.ReadingSuperseded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ReadingIT extends RunningService {

    private static final String READINGS = "/api/v1/meter-readings";

    @Test
    @DisplayName("F-60: eight people at one meter with eight values: one counts, the others are told, nothing is lost")
    void oneReadingCountsPerPeriod() throws Exception {
        Holder holder = holder(0, AccessLevel.EXTENDED);
        String meterId = meterOf(holder);
        PARTNERS.readings(okJson("{\"status\": \"ACCEPTED\"}").withFixedDelay(700));
        CyclicBarrier start = new CyclicBarrier(8);
        List<JsonNode> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<JsonNode>> running = new ArrayList<>();
            for (int person = 0; person < 8; person++) {
                String value = Integer.toString(1200 + person);
                running.add(threads.submit(() -> {
                    start.await();
                    return submit(holder, meterId, value);
                }));
            }
            for (Future<JsonNode> each : running) {
                results.add(each.get());
            }
        }
        assertThat(results.stream().filter(result -> is(result, "ACCEPTED"))).hasSize(1);
        assertThat(results.stream().filter(result -> !is(result, "ACCEPTED")))
                .allMatch(result -> result.path("code").asString().equals("READING_CONFLICT"));
        assertThat(current(meterId)).isEqualTo(1);

        PARTNERS.readings(okJson("{\"status\": \"ACCEPTED\"}"));
        assertThat(is(submit(holder, meterId, "1190"), "ACCEPTED"))
                .as("a correction in the same period is compared with the period's base")
                .isTrue();
        assertThat(current(meterId)).isEqualTo(1);
        JsonNode history =
                get(READINGS + "?meterId=" + meterId, holder.userId()).body().path("items");
        assertThat(history.size()).isEqualTo(2);
        assertThat(history.path(1).path("status").asString()).isEqualTo("SUPERSEDED");
        ReadingSuperseded superseded = events.awaitPublished(
                ReadingSuperseded.class,
                event -> event.readingId()
                        .toString()
                        .equals(history.path(1).path("readingId").asString()));
        assertThat(superseded.supersededBy())
                .hasToString(history.path(0).path("readingId").asString());
    }

    @Test
    void allReadingsAreFoundPageByPageEachOnce() {
        Holder holder = holder(0, AccessLevel.EXTENDED);
        String meterId = meterOf(holder);
        PARTNERS.readings(okJson("{\"status\": \"ACCEPTED\"}"));
        for (int value = 1201; value <= 1205; value++) {
            assertThat(is(submit(holder, meterId, Integer.toString(value)), "ACCEPTED"))
                    .isTrue();
        }
        List<String> values = new ArrayList<>();
        String next = "";
        for (int page = 0; page < 3; page++) {
            JsonNode body = get(READINGS + "?limit=2&meterId=" + meterId + next, holder.userId())
                    .body();
            body.path("items")
                    .forEach(item -> values.add(item.at("/registers/0/value").asString()));
            next = "&cursor=" + body.path("nextCursor").asString("");
        }
        assertThat(values).containsExactly("1205", "1204", "1203", "1202", "1201");
        assertThat(next).as("the last page has no next one").isEqualTo("&cursor=");
        assertThat(get(READINGS + "?limit=101&meterId=" + meterId, holder.userId())
                        .status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("Supplier offline: taken, queued, told later")
    void queuesWhileTheSupplierIsAway() {
        Holder holder = holder(0, AccessLevel.BASIC);
        String meterId = meterOf(holder);
        PARTNERS.readings(aResponse().withStatus(503));

        JsonNode queued = submit(holder, meterId, "1201");
        assertThat(is(queued, "QUEUED")).as(queued.toString()).isTrue();

        PARTNERS.readings(okJson("{\"status\": \"ACCEPTED\"}"));
        awaitReading(queued, "ACCEPTED");
    }

    @Test
    void answersInTimeAlthoughTheSupplierDoesNot() {
        Holder holder = holder(0, AccessLevel.BASIC);
        String meterId = meterOf(holder);
        PARTNERS.readings(okJson("{\"status\": \"ACCEPTED\"}").withFixedDelay(2200));

        JsonNode waiting = submit(holder, meterId, "1201");
        assertThat(is(waiting, "SUBMITTED")).as(waiting.toString()).isTrue();

        awaitReading(waiting, "ACCEPTED");
    }

    @Test
    void tellsTheSuppliersRefusal() {
        Holder holder = holder(0, AccessLevel.BASIC);
        String meterId = meterOf(holder);
        PARTNERS.readings(okJson("{\"status\": \"REJECTED\", \"reason\": \"TOO_HIGH\"}"));

        JsonNode rejected = submit(holder, meterId, "1201");

        assertThat(is(rejected, "REJECTED")).isTrue();
        assertThat(rejected.path("code").asString()).isEqualTo("READING_TOO_HIGH");
        UUID readingId = UUID.fromString(rejected.path("readingId").asString());
        assertThat(events.awaitPublished(
                                ReadingRejected.class, e -> e.readingId().equals(readingId))
                        .reason())
                .isEqualTo(ReadingRejected.Reason.TOO_HIGH);
    }

    @Test
    void hidesOtherPeoplesMeters() {
        Holder holder = holder(0, AccessLevel.BASIC);
        Holder stranger = holder(0, AccessLevel.BASIC);
        String meterId = meterOf(holder);

        assertThat(post(READINGS, stranger.userId(), body(meterId, "\"1201\"")).status())
                .isEqualTo(404);
        assertThat(get(READINGS + "?meterId=" + meterId, stranger.userId()).status())
                .isEqualTo(404);
        assertThat(get("/api/v1/supply-accounts/" + holder.supplyAccountId() + "/meters", stranger.userId())
                        .status())
                .isEqualTo(404);
        assertThat(current(meterId)).isZero();
    }

    @Test
    @DisplayName("F-72: of one meter each holder of the account sees the own readings only")
    void hidesTheReadingsOfOtherHolders() {
        Holder holder = holder(0, AccessLevel.BASIC);
        Holder neighbour = holder(0, AccessLevel.BASIC);
        link(neighbour.userId(), holder.supplyAccountId(), holder.accountRef(), AccessLevel.BASIC);
        PARTNERS.readings(okJson("{\"status\": \"ACCEPTED\"}"));
        String meterId = meterOf(holder);
        String history = READINGS + "?meterId=" + meterId;
        Awaitility.await("second link")
                .atMost(Duration.ofSeconds(20))
                .until(() -> get(history, neighbour.userId()).status() == 200);

        assertThat(is(submit(holder, meterId, "1210"), "ACCEPTED")).isTrue();

        assertThat(get(history, holder.userId()).body().path("items").size()).isEqualTo(1);
        assertThat(get(history, neighbour.userId()).body().path("items").size()).isZero();
    }

    @Test
    @DisplayName("BASIC learns nothing about the previous value but \"lower\", and that only a few times a day")
    void doesNotLeakThePreviousValue() {
        Holder holder = holder(0, AccessLevel.BASIC);
        String meterId = meterOf(holder);
        for (int attempt = 0; attempt < 10; attempt++) {
            JsonNode lower = submit(holder, meterId, "1000");
            assertThat(lower.path("code").asString()).isEqualTo("READING_BELOW_PREVIOUS");
            assertThat(lower.toString()).doesNotContain("1176");
        }
        assertThat(submit(holder, meterId, "1201").path("code").asString()).isEqualTo("RATE_LIMITED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1e3\"", "1e3", "\"1,5\"", "-1", "\" 1\"", "true", "null", "\"\"", "[1]", "\"０\""})
    void readsPlainDecimalsOnly(String value) {
        UUID nobody = UUID.randomUUID();
        assertThat(post(READINGS, nobody, body(UUID.randomUUID().toString(), value))
                        .status())
                .as(value)
                .isEqualTo(400);
    }

    private String meterOf(Holder holder) {
        JsonNode meters = get("/api/v1/supply-accounts/" + holder.supplyAccountId() + "/meters", holder.userId())
                .body();
        return meters.path("items").path(0).path("meterId").asString();
    }

    private JsonNode submit(Holder holder, String meterId, String value) {
        Answer answer = post(READINGS, holder.userId(), body(meterId, value));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body().path("results").path(0);
    }

    private static String body(String meterId, String value) {
        return """
                {"readings": [{"meterId": "%s", "registers": [{"code": "T1", "value": %s}]}]}
                """.formatted(meterId, value);
    }

    private static boolean is(JsonNode result, String status) {
        return result.path("status").asString().equals(status);
    }

    private long current(String meterId) {
        return jdbc.sql("select count(*) from meter_reading where meter_id = ? and status = 'ACCEPTED'")
                .param(UUID.fromString(meterId))
                .query(Long.class)
                .single();
    }

    private void awaitReading(JsonNode result, String status) {
        UUID readingId = UUID.fromString(result.path("readingId").asString());
        Awaitility.await(status)
                .atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("select status from meter_reading where reading_id = ?")
                        .param(readingId)
                        .query(String.class)
                        .single()
                        .equals(status));
    }
}
