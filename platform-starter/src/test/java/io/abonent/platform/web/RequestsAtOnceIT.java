package io.abonent.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.platform.server.LastAnswers;
import io.abonent.platform.testkit.TestTokens;
import io.abonent.platform.web.Http.Answer;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@SampleTest
@TestPropertySource(
        properties = {
            "abonent.web.requests-at-once=2",
            "abonent.web.body-timeout=20s",
            "server.tomcat.max-keep-alive-requests=5"
        })
class RequestsAtOnceIT {

    private static final String SLOW = "{\"name\":\"slow\",\"pauseMs\":2000}";

    private final String token = TestTokens.forUser(UUID.randomUUID());
    private final int port;
    private final Http http;
    private final LastAnswers lastAnswers;

    @Autowired
    RequestsAtOnceIT(@LocalServerPort int port, LastAnswers lastAnswers) {
        this.port = port;
        this.lastAnswers = lastAnswers;
        this.http = new Http(port);
    }

    @Test
    @DisplayName("F-87: more than can be worked on at once are refused and told when to come back")
    void refusesOneMore() throws Exception {
        List<Callable<Answer>> commands = Collections.nCopies(4, this::slowCommand);
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : people.invokeAll(commands)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(2);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 503)
                .hasSize(2)
                .allSatisfy(refused -> {
                    assertThat(refused.code()).isEqualTo("TEMPORARILY_UNAVAILABLE");
                    assertThat(refused.header("Retry-After")).isEqualTo("2");
                });
        assertThat(http.get("/api/v1/me", token).status())
                .as("their places are free again")
                .isEqualTo(200);
    }

    @Test
    @DisplayName("F-52: whoever is slow to send takes no place")
    void leavesThePlacesToThoseWhoHaveSent() throws Exception {
        List<Closeable> slow = new ArrayList<>();
        for (int one = 0; one < 3; one++) {
            slow.add(begun("orders", "application/json", "{\"name\":"));
            slow.add(begun("forms", "application/x-www-form-urlencoded", "name="));
        }
        // Until their heads have been read.
        Thread.sleep(500);

        assertThat(http.get("/api/v1/me", token).status()).isEqualTo(200);
        for (Closeable one : slow) {
            one.close();
        }
    }

    @Test
    @DisplayName("F-87: who is refused keeps the connection: the next try needs no other one")
    void refusalsLeaveTheConnectionOpen() throws Exception {
        inAFullHouse((socket, inside) -> {
            assertThat(asked(socket, "POST", "{\"name\":\"whole\"}"))
                    .startsWith("HTTP/1.1 503")
                    .contains("Попробуйте");
            assertThat(asked(socket, "HEAD", "")).startsWith("HTTP/1.1 503").endsWith("\r\n\r\n");
            assertThat(inside).as("those inside are still at work").noneMatch(Future::isDone);
            for (Future<Answer> one : inside) {
                one.get();
            }
            assertThat(asked(socket, "GET", "")).startsWith("HTTP/1.1 200");
        });
    }

    @Test
    @DisplayName("F-06: a process that is about to end closes the connection with a refusal, too")
    void theLastRefusalEndsTheConnection() throws Exception {
        try (ExecutorService end = Executors.newVirtualThreadPerTaskExecutor()) {
            inAFullHouse((socket, inside) -> {
                end.execute(lastAnswers::stop);
                Thread.sleep(200);

                isRefusedForTheLastTime(socket, inside);
            });
        } finally {
            lastAnswers.start();
        }
    }

    @Test
    @DisplayName("F-87: a refusal says so when it is the last answer that one connection may have")
    void theLastOfManyRefusalsSaysSo() throws Exception {
        inAFullHouse((socket, inside) -> {
            for (int before = 1; before < 5; before++) {
                assertThat(asked(socket, "GET", "")).startsWith("HTTP/1.1 503").doesNotContain("Connection: close");
            }
            isRefusedForTheLastTime(socket, inside);
        });
    }

    private interface Outside {
        void ask(Socket socket, List<Future<Answer>> inside) throws Exception;
    }

    private void inAFullHouse(Outside outside) throws Exception {
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
                Socket socket = new Socket("localhost", port)) {
            List<Future<Answer>> inside = List.of(people.submit(this::slowCommand), people.submit(this::slowCommand));
            // Until both have their places.
            Thread.sleep(700);
            socket.setSoTimeout(5_000);
            outside.ask(socket, inside);
        }
    }

    private void isRefusedForTheLastTime(Socket socket, List<Future<Answer>> inside) throws IOException {
        assertThat(asked(socket, "GET", "")).startsWith("HTTP/1.1 503").contains("Connection: close");
        assertThat(socket.getInputStream().read())
                .as("the connection has ended")
                .isNegative();
        assertThat(inside).as("those inside are still at work").noneMatch(Future::isDone);
    }

    /** One answer that comes as a whole. */
    private String asked(Socket socket, String method, String body) throws IOException {
        socket.getOutputStream()
                .write("""
                        %s /api/v1/me HTTP/1.1\r
                        Host: localhost\r
                        Authorization: Bearer %s\r
                        Content-Type: application/json\r
                        Content-Length: %d\r
                        \r
                        %s""".formatted(method, token, body.length(), body).getBytes(StandardCharsets.US_ASCII));
        byte[] answer = new byte[4096];
        int length = socket.getInputStream().read(answer);
        return new String(answer, 0, Math.max(0, length), StandardCharsets.UTF_8);
    }

    private Answer slowCommand() {
        return http.post(
                "/api/v1/commands",
                token,
                SLOW,
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private Socket begun(String route, String type, String beginning) throws IOException {
        Socket socket = new Socket("localhost", port);
        socket.getOutputStream()
                .write("""
                        POST /api/v1/%s HTTP/1.1\r
                        Host: localhost\r
                        Authorization: Bearer %s\r
                        Content-Type: %s\r
                        Content-Length: 2000\r
                        \r
                        %s""".formatted(route, token, type, beginning).getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
