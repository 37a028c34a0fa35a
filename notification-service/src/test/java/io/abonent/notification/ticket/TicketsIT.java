package io.abonent.notification.ticket;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.abonent.contracts.account.AccountLinked;
import io.abonent.contracts.account.SupplierProfileChanged;
import io.abonent.contracts.notification.TicketOpened;
import io.abonent.notification.Api;
import io.abonent.notification.Events;
import io.abonent.notification.Letters;
import io.abonent.notification.NotificationTest;
import io.abonent.notification.Partners;
import io.abonent.platform.event.Ids;
import io.abonent.platform.testkit.OutboxAssertions;
import io.abonent.platform.testkit.TestEvents;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@NotificationTest
class TicketsIT {

    private static final String PATH = "/api/v1/tickets";

    private final UUID user = UUID.randomUUID();

    @Autowired
    private Environment environment;

    @Autowired
    private TestEvents events;

    @Autowired
    private OutboxAssertions outbox;

    @Autowired
    private JdbcClient jdbc;

    private Api api;

    @BeforeEach
    void setUp() {
        api = new Api(environment);
        Partners.ACCOUNT.resetAll();
        Partners.ACCOUNT.stubFor(get(urlPathEqualTo("/api/v1/account-links")).willReturn(okJson("{\"items\":[]}")));
    }

    @Test
    void questionGetsANumberAnEventAndALetterToSupport() {
        Api.Answer answer =
                api.post(user, PATH, key(), "{\"category\":\"READING\",\"text\":\"Не могу передать показания\"}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("number")).matches("20\\d\\d-\\d{6,}");
        assertThat(answer.text("status")).isEqualTo("NEW");
        UUID ticketId = UUID.fromString(answer.text("ticketId"));

        TicketOpened event = events.awaitPublished(
                TicketOpened.class, opened -> opened.ticketId().equals(ticketId));
        assertThat(event.number()).isEqualTo(answer.text("number"));
        assertThat(event.userId()).isEqualTo(user);
        outbox.awaitEmpty();
        await().untilAsserted(() -> assertThat(Letters.to("support@abonent.example"))
                .anySatisfy(letter -> assertThat(letter.text())
                        .contains(answer.text("number"))
                        .contains("Не могу передать показания")));
    }

    @Test
    void customerIsToldTheNumber() {
        String email = Events.email();
        events.publish(Events.contact(user, email));
        Api.Answer answer = api.post(user, PATH, key(), "{\"category\":\"OTHER\",\"text\":\"Вопрос\"}");
        await().untilAsserted(() -> assertThat(Letters.to(email))
                .singleElement()
                .satisfies(letter -> assertThat(letter.subject()).contains(answer.text("number"))));
    }

    @Test
    @DisplayName("F-57: the same key asks once")
    void sameKeyAsksOnce() {
        String key = key();
        String body = "{\"category\":\"OTHER\",\"text\":\"Один раз\"}";
        Api.Answer first = api.post(user, PATH, key, body);
        Api.Answer second = api.post(user, PATH, key, body);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.replayed()).isTrue();
        assertThat(api.get(user, PATH).body().path("items")).hasSize(1);
        assertThat(api.post(user, PATH, key, body.replace("Один", "Два")).status())
                .isEqualTo(422);
    }

    @Test
    void refusesWhatIsNoQuestion() {
        assertThat(api.post(user, PATH, null, "{\"category\":\"OTHER\",\"text\":\"x\"}")
                        .text("code"))
                .isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
        for (String body : new String[] {
            "{\"category\":\"OTHER\",\"text\":\"  \"}",
            "{\"category\":\"NONSENSE\",\"text\":\"x\"}",
            "{\"text\":\"x\"}",
            "{\"category\":\"OTHER\"}",
            "{\"category\":\"OTHER\",\"text\":\"x\",\"status\":\"CLOSED\"}",
            "{\"category\":\"OTHER\",\"text\":\"" + "я".repeat(4001) + "\"}"
        }) {
            assertThat(api.post(user, PATH, key(), body).status()).as(body).isEqualTo(400);
        }
        assertThat(api.post(user, PATH, key(), "{\"category\":\"OTHER\",\"text\":\"" + "я".repeat(4000) + "\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void threadGrowsInOrder() {
        UUID ticketId = open();
        for (int i = 1; i <= 3; i++) {
            assertThat(api.post(user, PATH + "/" + ticketId + "/messages", null, "{\"text\":\"Ещё " + i + "\"}")
                            .status())
                    .isEqualTo(201);
        }
        Api.Answer thread = api.get(user, PATH + "/" + ticketId);
        assertThat(thread.body().path("messages").values().stream()
                        .map(message -> message.path("text").asString()))
                .containsExactly("Вопрос", "Ещё 1", "Ещё 2", "Ещё 3");
    }

    @Test
    @DisplayName("F-72: another person's ticket does not exist")
    void foreignTicketDoesNotExist() {
        UUID ticketId = open();
        UUID stranger = UUID.randomUUID();
        assertThat(api.get(stranger, PATH + "/" + ticketId).status()).isEqualTo(404);
        assertThat(api.post(stranger, PATH + "/" + ticketId + "/messages", null, "{\"text\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(api.get(stranger, PATH).body().path("items")).isEmpty();
    }

    @Test
    void closedTicketTakesNoMessage() {
        UUID ticketId = open();
        jdbc.sql("update ticket set status = 'CLOSED' where ticket_id = :id")
                .param("id", ticketId)
                .update();
        Api.Answer answer = api.post(user, PATH + "/" + ticketId + "/messages", null, "{\"text\":\"x\"}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("code")).isEqualTo("TICKET_CLOSED");
    }

    @Test
    void pagesGoOnWhereTheyEnded() {
        for (int i = 0; i < 5; i++) {
            open();
        }
        Api.Answer first = api.get(user, PATH + "?limit=3");
        Api.Answer second = api.get(user, PATH + "?limit=3&cursor=" + first.text("nextCursor"));
        assertThat(first.body().path("items")).hasSize(3);
        assertThat(second.body().path("items")).hasSize(2);
        assertThat(second.body().has("nextCursor")).isFalse();
        assertThat(api.get(user, PATH + "?limit=0").status()).isEqualTo(400);
        assertThat(api.get(user, PATH + "?limit=101").status()).isEqualTo(400);
    }

    @Test
    void knownLinkSendsTheLetterToTheSupplier() {
        String supportEmail = Events.email();
        SupplierProfileChanged golden = TestEvents.example(SupplierProfileChanged.class);
        UUID supplierId = UUID.randomUUID();
        events.publish(new SupplierProfileChanged(
                supplierId,
                "Тепло",
                golden.status(),
                golden.timeZone(),
                false,
                supportEmail,
                golden.payments(),
                golden.readings(),
                1));
        AccountLinked example = TestEvents.example(AccountLinked.class);
        UUID linkId = Ids.next();
        events.publish(new AccountLinked(
                linkId,
                user,
                Ids.next(),
                supplierId,
                "ref",
                example.accountNumberMasked(),
                example.accessLevel(),
                null,
                example.linkedAt(),
                1));
        await().until(() ->
                count("account_link", "link_id", linkId) == 1 && count("supplier", "supplier_id", supplierId) == 1);

        Api.Answer answer = api.post(
                user, PATH, key(), "{\"category\":\"PAYMENT\",\"text\":\"Где платёж?\",\"linkId\":\"" + linkId + "\"}");
        assertThat(answer.status()).isEqualTo(201);
        await().untilAsserted(() -> assertThat(Letters.to(supportEmail))
                .singleElement()
                .satisfies(letter ->
                        assertThat(letter.text()).contains("Где платёж?").contains("****5952")));
        // Somebody else cannot speak about it.
        assertThat(api.post(
                                UUID.randomUUID(),
                                PATH,
                                key(),
                                "{\"category\":\"PAYMENT\",\"text\":\"x\",\"linkId\":\"" + linkId + "\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void linkMadeAMomentAgoIsAskedForOnce() {
        UUID linkId = Ids.next();
        Partners.ACCOUNT.stubFor(get(urlPathEqualTo("/api/v1/account-links"))
                .withHeader("Authorization", matching("Bearer .+"))
                .willReturn(okJson("{\"items\":[{\"linkId\":\"" + linkId + "\",\"status\":\"ACTIVE\"}]}")));
        String body = "{\"category\":\"LINKING\",\"text\":\"x\",\"linkId\":\"" + linkId + "\"}";
        // The first question of a cold JVM may take longer than the guard waits.
        await().untilAsserted(() ->
                assertThat(api.post(user, PATH, key(), body).status()).isEqualTo(201));
    }

    @Test
    void linkNobodyKnowsDoesNotExist() {
        Api.Answer answer = api.post(
                user, PATH, key(), "{\"category\":\"LINKING\",\"text\":\"x\",\"linkId\":\"" + Ids.next() + "\"}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("code")).isEqualTo("NOT_FOUND");
    }

    @Test
    void moreQuestionsADayThanPeopleHaveAreRefused() {
        for (int i = 0; i < OpeningTickets.PER_DAY; i++) {
            open();
        }
        Api.Answer refused = api.post(user, PATH, key(), "{\"category\":\"OTHER\",\"text\":\"x\"}");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.retryAfterSeconds())
                .as("until the first of them is a day old")
                .isBetween(86_000L, 86_400L);

        jdbc.sql("""
                update ticket set created_at = now() - interval '1 day'
                where ticket_id = (select min(ticket_id::text)::uuid from ticket where user_id = :user)""").param("user", user).update();
        open();
    }

    @Test
    void aConversationThatIsTooLongIsToldSo() {
        UUID ticketId = open();
        jdbc.sql("""
                insert into ticket_message
                select (jsonb_populate_record(m, jsonb_build_object('message_id', gen_random_uuid()))).*
                from ticket_message m, generate_series(2, :most) where ticket_id = :ticket""")
                .param("most", OpeningTickets.MESSAGES)
                .param("ticket", ticketId)
                .update();

        Api.Answer answer = api.post(user, PATH + "/" + ticketId + "/messages", null, "{\"text\":\"x\"}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("code")).isEqualTo("TICKET_FULL");
    }

    private UUID open() {
        Api.Answer answer = api.post(user, PATH, key(), "{\"category\":\"OTHER\",\"text\":\"Вопрос\"}");
        assertThat(answer.status()).isEqualTo(201);
        return UUID.fromString(answer.text("ticketId"));
    }

    private long count(String table, String column, UUID id) {
        return jdbc.sql("select count(*) from " + table + " where " + column + " = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
