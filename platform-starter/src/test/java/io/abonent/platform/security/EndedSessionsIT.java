package io.abonent.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.abonent.contracts.EventHeaders;
import io.abonent.contracts.EventType;
import io.abonent.contracts.Topic;
import io.abonent.contracts.identity.SessionEnded;
import io.abonent.platform.event.Ids;
import io.abonent.platform.testkit.TestEvents;
import io.abonent.platform.testkit.TestTokens;
import io.abonent.platform.web.Http;
import io.abonent.platform.web.SampleTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SampleTest
@DisplayName("F-76: a token of a session that ended")
class EndedSessionsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final UUID user = UUID.randomUUID();
    private final TestEvents events;
    private final EndedSessionsFeed feed;
    private final Http http;

    EndedSessionsIT(@Autowired TestEvents events, @Autowired EndedSessionsFeed feed, @LocalServerPort int port) {
        this.events = events;
        this.feed = feed;
        this.http = new Http(port);
    }

    @Test
    void isRefusedAsSoonAsTheServiceHeardOfIt() {
        UUID session = Ids.next();
        String token = tokenOf(session);
        String other = tokenOf(Ids.next());
        assertThat(status(token)).isEqualTo(200);

        events.publish(ended(session));

        await().atMost(PATIENCE).until(() -> status(token) == 401);
        assertThat(status(other)).as("another device of the same person").isEqualTo(200);
    }

    @Test
    void isRefusedAlsoByAProcessThatStartsLater() {
        UUID session = Ids.next();
        events.publish(ended(session));
        await().atMost(PATIENCE).until(() -> status(tokenOf(session)) == 401);

        feed.stop();
        feed.start();

        await().atMost(PATIENCE).until(() -> status(tokenOf(session)) == 401);
    }

    @Test
    @DisplayName("F-28: garbage in the topic hides nothing behind it")
    void isRefusedThoughGarbageCameFirst() {
        UUID session = Ids.next();
        SessionEnded event = ended(session);
        events.publishRaw(
                Topic.IDENTITY_SESSION.topicName(),
                session.toString(),
                "{]".getBytes(StandardCharsets.UTF_8),
                TestEvents.headers(event, Ids.next()));
        events.publishRaw(
                Topic.IDENTITY_SESSION.topicName(), session.toString(), null, TestEvents.headers(event, Ids.next()));
        ProducerRecord<byte[], byte[]> typeWithoutValue =
                new ProducerRecord<>(Topic.IDENTITY_SESSION.topicName(), new byte[0], new byte[0]);
        typeWithoutValue.headers().add(EventHeaders.TYPE, null);
        events.publishRaw(typeWithoutValue);
        events.publish(event);
        await().atMost(PATIENCE).until(() -> status(tokenOf(session)) == 401);
    }

    private SessionEnded ended(UUID session) {
        assertThat(EventType.of(SessionEnded.class).topic()).isEqualTo(Topic.IDENTITY_SESSION);
        return new SessionEnded(session, user, SessionEnded.Cause.SIGNED_OUT, Instant.now(), 1);
    }

    private String tokenOf(UUID session) {
        return TestTokens.of(user).session(session.toString()).sign();
    }

    private int status(String token) {
        return http.get("/api/v1/me", token).status();
    }
}
