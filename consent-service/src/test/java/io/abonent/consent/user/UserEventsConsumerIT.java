package io.abonent.consent.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.consent.ConsentTest;
import io.abonent.contracts.identity.LoginType;
import io.abonent.contracts.identity.PasswordReset;
import io.abonent.contracts.identity.UserRegistered;
import io.abonent.platform.event.Ids;
import io.abonent.platform.testkit.TestEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ConsentTest
class UserEventsConsumerIT {
    @Autowired
    private TestEvents events;

    @Autowired
    private KnownUsers users;

    @Test
    void goldenExampleIsUnderstood() {
        UserRegistered example = TestEvents.example(UserRegistered.class);

        events.publish(example);

        await(example.userId(), example.loginMasked());
    }

    @Test
    @DisplayName("the topic keeps only the last event about a user: each of them is enough")
    void anyEventAboutAUserIsEnough() {
        PasswordReset example = TestEvents.example(PasswordReset.class);
        UUID userId = Ids.next();
        events.publish(new PasswordReset(
                userId,
                example.loginType(),
                example.loginMasked(),
                example.locale(),
                example.registeredAt(),
                example.sessionsEnded(),
                example.resetAt(),
                example.version()));

        await(userId, example.loginMasked());
    }

    @Test
    @DisplayName("F-25, F-26: repeated and late events change nothing")
    void newestVersionWins() {
        UUID userId = Ids.next();
        UserRegistered newer = registered(userId, "+7 *** ***-00-02", 2);
        UUID eventId = events.publish(newer);

        events.publish(registered(userId, "+7 *** ***-00-01", 1));
        events.publish(newer, eventId);
        UUID behind = Ids.next();
        events.publish(registered(behind, "+7 *** ***-00-03", 1));
        users.keep(userId, "+7 *** ***-00-01", 1);

        await(behind, "+7 *** ***-00-03");
        await(userId, "+7 *** ***-00-02");
    }

    @Test
    @DisplayName("F-28, F-29: what cannot be read is put aside, what is new is passed over")
    void unreadableEventsDoNotStopTheOthers() {
        UUID userId = Ids.next();
        UserRegistered good = registered(userId, "+7 *** ***-00-09", 1);
        String topic = "identity.user.v1";
        String key = userId.toString();
        var headers = TestEvents.headers(good, Ids.next());
        events.publishRaw(topic, key, "{broken".getBytes(StandardCharsets.UTF_8), headers);
        events.publishRaw(topic, key, null, headers);
        headers.put("ce_type", "abonent.identity.UserBlinked.v1");
        events.publishRaw(topic, key, "{}".getBytes(StandardCharsets.UTF_8), headers);

        events.publish(good);

        await(userId, "+7 *** ***-00-09");
    }

    private void await(UUID userId, String loginMasked) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(users.loginMasked(userId)).contains(loginMasked));
    }

    private static UserRegistered registered(UUID userId, String loginMasked, long version) {
        return new UserRegistered(userId, LoginType.PHONE, loginMasked, "ru", Instant.now(), version);
    }
}
