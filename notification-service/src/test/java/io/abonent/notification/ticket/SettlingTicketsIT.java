package io.abonent.notification.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.abonent.notification.Api;
import io.abonent.notification.Letters;
import io.abonent.notification.NotificationTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@NotificationTest
class SettlingTicketsIT {

    private static final String PATH = "/api/v1/tickets";
    private static final String SUPPORT = "support@abonent.example";

    private final UUID user = UUID.randomUUID();

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcClient jdbc;

    private Api api;
    private String ticketId;
    private String number;

    @BeforeEach
    void ask() {
        api = new Api(environment);
        Api.Answer asked =
                api.post(user, PATH, UUID.randomUUID().toString(), "{\"category\":\"OTHER\",\"text\":\"Вопрос\"}");
        ticketId = asked.text("ticketId");
        number = asked.text("number");
    }

    private String resolution() {
        return PATH + "/" + ticketId + "/resolution";
    }

    @Test
    void settlesAQuestionAndAsksItAgain() {
        Api.Answer settled = api.put(user, resolution());
        assertThat(settled.status()).isEqualTo(200);
        assertThat(settled.text("status")).isEqualTo("RESOLVED");
        assertThat(Instant.parse(settled.text("reopenableUntil")))
                .isAfter(Instant.now().plus(Duration.ofDays(13)));
        assertThat(api.put(user, resolution()).body()).isEqualTo(settled.body());

        Api.Answer reopened = api.delete(user, resolution());
        assertThat(reopened.status()).isEqualTo(200);
        assertThat(reopened.text("status")).isEqualTo("OPEN");
        assertThat(reopened.body().has("reopenableUntil")).isFalse();
        assertThat(api.delete(user, resolution()).text("status")).isEqualTo("OPEN");
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(Letters.to(SUPPORT))
                        .extracting(Letters.Arrived::subject)
                        .filteredOn(subject -> subject.contains(number))
                        .containsExactlyInAnyOrder(
                                "Новое обращение " + number,
                                "Обращение " + number + " закрыто пользователем",
                                "Обращение " + number + " открыто снова"));
    }

    @Test
    void moreWordsReopenWhatWasSettled() {
        api.put(user, resolution());
        api.post(user, PATH + "/" + ticketId + "/messages", null, "{\"text\":\"Всё же нет\"}");

        assertThat(api.get(user, PATH + "/" + ticketId).text("status")).isEqualTo("OPEN");
    }

    @Test
    void whatWasSettledLongAgoIsANewQuestion() {
        api.put(user, resolution());
        jdbc.sql("update ticket set resolved_at = resolved_at - interval '15 days' where ticket_id = :id")
                .param("id", UUID.fromString(ticketId))
                .update();

        assertThat(api.delete(user, resolution()).text("code")).isEqualTo("TICKET_CLOSED");
        assertThat(api.put(user, resolution()).text("status")).isEqualTo("RESOLVED");
    }

    @Test
    @DisplayName("F-72: another person's question is not there")
    void hidesForeignQuestions() {
        UUID stranger = UUID.randomUUID();

        assertThat(api.put(stranger, resolution()).status()).isEqualTo(404);
        assertThat(api.delete(stranger, resolution()).status()).isEqualTo(404);
        assertThat(api.get(user, PATH + "/" + ticketId).text("status")).isEqualTo("NEW");
    }
}
