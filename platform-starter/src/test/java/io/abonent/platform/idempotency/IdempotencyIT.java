package io.abonent.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.abonent.platform.testkit.TestTokens;
import io.abonent.platform.web.Http;
import io.abonent.platform.web.Http.Answer;
import io.abonent.platform.web.SampleTest;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Over real HTTP and a real database; the lease is three seconds here. */
@SampleTest
@DisplayName("F-57: one Idempotency-Key, one effect")
class IdempotencyIT {

    private static final String COMMANDS = "/api/v1/commands";
    private static final int THREADS = 50;
    private static final int ROUNDS = Integer.getInteger("idempotency.rounds", 20);

    private final UUID user = UUID.randomUUID();
    private final String token = TestTokens.forUser(user);
    private final Http http;
    private final JdbcClient jdbc;
    private final IdempotencyCleaner cleaner;

    @Autowired
    IdempotencyIT(@LocalServerPort int port, JdbcClient jdbc, IdempotencyCleaner cleaner) {
        this.http = new Http(port);
        this.jdbc = jdbc;
        this.cleaner = cleaner;
    }

    @Test
    void fiftyAtOnceHaveOneEffect() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                String key = key();
                String name = "round-" + round;
                CyclicBarrier start = new CyclicBarrier(THREADS);
                List<Future<Answer>> sent = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    sent.add(threads.submit(() -> {
                        start.await(30, TimeUnit.SECONDS);
                        return command(token, key, name);
                    }));
                }
                List<Answer> answers = new ArrayList<>();
                for (Future<Answer> one : sent) {
                    answers.add(one.get(60, TimeUnit.SECONDS));
                }
                assertThat(effects(name)).as("effects of round %d", round).isEqualTo(1);
                Answer after = command(token, key, name);
                assertThat(after.status()).isEqualTo(201);
                assertThat(after.header("Idempotency-Replayed")).isEqualTo("true");
                assertThat(answers)
                        .as("one made it; the others heard of it or were told to wait")
                        .allSatisfy(answer -> {
                            assertThat(answer.status()).as(answer.body()).isIn(201, 409);
                            if (answer.status() == 201) {
                                assertThat(answer.body()).isEqualTo(after.body());
                            } else {
                                assertThat(answer.code()).isEqualTo("IDEMPOTENCY_RUNNING");
                                assertThat(answer.header("Retry-After")).isNotNull();
                            }
                        });
                assertThat(answers)
                        .filteredOn(answer -> answer.status() == 201 && answer.header("Idempotency-Replayed") == null)
                        .hasSize(1);
            }
        }
    }

    @Test
    void repeatsTheAnswerByteForByte() {
        String key = key();
        Answer first = command(token, key, "once");
        Answer second = command(token, key, "once");
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.status()).isEqualTo(first.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location"))
                .isEqualTo(first.header("Location"))
                .isNotNull();
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(effects("once")).isEqualTo(1);
        assertThat(command(token, "\"" + key + "\"", "once").header("Idempotency-Replayed"))
                .as("the quoted form of the draft")
                .isEqualTo("true");
    }

    @Test
    void refusesTheKeyOfAnotherBody() {
        String key = key();
        command(token, key, "first");
        Answer other = command(token, key, "second");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_CONFLICT");
        assertThat(effects("second")).isZero();
    }

    @Test
    void keepsUsersAndRoutesApart() {
        String key = key();
        command(token, key, "mine");
        UUID stranger = UUID.randomUUID();
        Answer theirs = command(TestTokens.forUser(stranger), key, "mine");
        assertThat(theirs.status()).isEqualTo(201);
        assertThat(theirs.header("Idempotency-Replayed")).isNull();
        Answer elsewhere = http.post("/api/v1/optional-commands", token, body("mine"), "Idempotency-Key", key);
        assertThat(elsewhere.header("Idempotency-Replayed")).isNull();
        assertThat(effects("mine")).isEqualTo(3);
    }

    @Test
    void doesNotPinRefusals() {
        String key = key();
        assertThat(command(token, key, "refused").status()).isEqualTo(409);
        assertThat(effects("refused")).as("rolled back").isZero();
        assertThat(http.post(COMMANDS, token, "{\"name\":\"\"}", "Idempotency-Key", key)
                        .status())
                .isEqualTo(400);
        assertThat(http.post(COMMANDS, token, "not json", "Idempotency-Key", key)
                        .status())
                .isEqualTo(400);
        assertThat(command(token, key, "corrected").status()).isEqualTo(201);
        assertThat(effects("corrected")).isEqualTo(1);
    }

    @Test
    void wantsAKeyOfACertainForm() {
        Answer none = http.post(COMMANDS, token, body("no-key"));
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.code()).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
        for (String bad : new String[] {
            "short", "x".repeat(129), "with space", "semi;colon;", "\"unclosed-key", "ключ-ключ".replaceAll("[^-]", "*")
        }) {
            assertThat(command(token, bad, "no-key").code()).as(bad).isEqualTo("IDEMPOTENCY_KEY_INVALID");
        }
        assertThat(effects("no-key")).isZero();
        assertThat(http.post("/api/v1/optional-commands", token, body("optional"))
                        .status())
                .isEqualTo(201);
        assertThat(effects("optional")).isEqualTo(1);
    }

    private int leases(String key, String condition) {
        return jdbc.sql("select count(*) from http_idempotency where key = :key and " + condition)
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    @Test
    @DisplayName("F-07: a request that slept past its lease cannot commit any more")
    void fencesTheOneWhoComesBackTooLate() throws Exception {
        String key = key();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> sleeper = threads.submit(() ->
                    http.post(COMMANDS, token, "{\"name\":\"sleeper\",\"pauseMs\":9000}", "Idempotency-Key", key));
            await().until(() -> leases(key, "lease_until > now()") == 1);
            Answer early =
                    http.post(COMMANDS, token, "{\"name\":\"sleeper\",\"pauseMs\":9000}", "Idempotency-Key", key);
            assertThat(early.code()).isEqualTo("IDEMPOTENCY_RUNNING");
            await().until(() -> leases(key, "lease_until <= now()") == 1);
            Answer heir = http.post(COMMANDS, token, "{\"name\":\"heir\"}", "Idempotency-Key", key);
            assertThat(heir.status()).isEqualTo(201);
            Answer late = sleeper.get(30, TimeUnit.SECONDS);
            assertThat(late.code()).isEqualTo("IDEMPOTENCY_RUNNING");
            assertThat(effects("sleeper")).as("rolled back").isZero();
            assertThat(effects("heir")).isEqualTo(1);
            assertThat(http.post(COMMANDS, token, "{\"name\":\"heir\"}", "Idempotency-Key", key)
                            .body())
                    .isEqualTo(heir.body());
        }
    }

    @Test
    void withoutALeaseTheyMayRunAtOnceAndOneCommits() throws Exception {
        String key = key();
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<Answer>> sent = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                sent.add(threads.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    return shared(key, "shared");
                }));
            }
            for (Future<Answer> one : sent) {
                answers.add(one.get(60, TimeUnit.SECONDS));
            }
        }
        assertThat(effects("shared")).isEqualTo(1);
        assertThat(answers).as("the same answer for everybody").allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            assertThat(answer.body()).isEqualTo(answers.getFirst().body());
            assertThat(answer.header("Location")).isEqualTo(answers.getFirst().header("Location"));
        });
        assertThat(answers)
                .filteredOn(answer -> answer.header("Idempotency-Replayed") == null)
                .hasSize(1);
        assertThat(shared(key, "other").code()).isEqualTo("IDEMPOTENCY_CONFLICT");
        assertThat(effects("other")).isZero();
    }

    @Test
    void withoutALeaseARefusalIsNotPinnedAndADeadLeaseIsInherited() {
        String key = key();
        assertThat(shared(key, "refused").status()).isEqualTo(409);
        assertThat(shared(key, "corrected").status()).isEqualTo(201);
        String abandoned = key();
        leave(abandoned, "POST /api/v1/shared-commands", "-1 s");
        assertThat(shared(abandoned, "heir").status()).isEqualTo(201);
        assertThat(shared(abandoned, "heir").header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(effects("heir")).isEqualTo(1);
        String running = key();
        leave(running, "POST /api/v1/shared-commands", "1 hour");
        assertThat(shared(running, "beside").status())
                .as("not the same request")
                .isEqualTo(422);
        assertThat(effects("beside")).isZero();
    }

    @Test
    void survivesAnAnswerNobodyHeard() throws Exception {
        String key = key();
        String body = "{\"name\":\"unheard\",\"pauseMs\":200}";
        try (Socket socket = new Socket("localhost", http.port())) {
            socket.getOutputStream()
                    .write(("POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nIdempotency-Key: %s\r\n"
                                    + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s")
                            .formatted(COMMANDS, token, key, body.length(), body)
                            .getBytes(StandardCharsets.US_ASCII));
            // Cut off: the commit happens, the answer has nowhere to go.
        }
        await().until(() -> effects("unheard") == 1);
        Answer retry = http.post(COMMANDS, token, body, "Idempotency-Key", key);
        assertThat(retry.status()).isEqualTo(201);
        assertThat(retry.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(effects("unheard")).isEqualTo(1);
    }

    @Test
    void survivesAKillBeforeTheCommit() {
        String key = key();
        leave(key, "POST /api/v1/commands", "1 s");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> command(token, key, "inherited").status() == 201);
        assertThat(effects("inherited")).isEqualTo(1);
    }

    @Test
    void forgetsAfterADay() {
        String old = key();
        String recent = key();
        command(token, old, "aged");
        command(token, recent, "fresh");
        jdbc.sql("update http_idempotency set created_at = now() - interval '24 hours 1 minute' where key = ?")
                .param(old)
                .update();
        assertThat(cleaner.clean()).isEqualTo(1);
        assertThat(command(token, recent, "fresh").header("Idempotency-Replayed"))
                .isEqualTo("true");
        assertThat(command(token, old, "aged").header("Idempotency-Replayed")).isNull();
    }

    /** What a killed process leaves behind: its lease and no effect. */
    private void leave(String key, String route, String leaseFor) {
        jdbc.sql("""
                        insert into http_idempotency (principal, route, key, fingerprint, lease_token, lease_until)
                        values (?, ?, ?, '\\x00', gen_random_uuid(), now() + ?::interval)
                        """).params(user.toString(), route, key, leaseFor).update();
    }

    private Answer shared(String key, String name) {
        return http.post("/api/v1/shared-commands", token, body(name), "Idempotency-Key", key);
    }

    private Answer command(String bearer, String key, String name) {
        return http.post(COMMANDS, bearer, body(name), "Idempotency-Key", key);
    }

    private long effects(String name) {
        return jdbc.sql("select count(*) from effect where name = ? and (user_id = ? or name = 'mine')")
                .params(name, user)
                .query(Long.class)
                .single();
    }

    private static String body(String name) {
        return "{\"name\":\"" + name + "\"}";
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
