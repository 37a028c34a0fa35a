package io.abonent.account;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import io.abonent.contracts.account.AccountLinked;
import io.abonent.platform.event.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkingIT extends RunningService {

    private static final String LINKS = "/api/v1/account-links";

    @Test
    @DisplayName("F-57: the same key gets the same link, another body is refused")
    void replaysTheAnswer() {
        UUID user = signedUser();
        String number = freshNumber();
        open(number);
        String key = UUID.randomUUID().toString();

        Answer first = post(LINKS, user, linkBody(number), key);
        Answer again = post(LINKS, user, linkBody(number), key);
        Answer other = post(LINKS, user, linkBody(freshNumber()), key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.text("linkId")).isEqualTo(first.text("linkId"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(post(LINKS, user, linkBody(number), null).status()).isEqualTo(400);
    }

    @Test
    void refusesTheSameAccountTwiceAndNamesTheLink() {
        UUID user = signedUser();
        String number = freshNumber();
        open(number);
        UUID linkId = linked(user, number);

        Answer again = link(user, "0" + number);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("ALREADY_LINKED");
        assertThat(again.text("linkId")).isEqualTo(linkId.toString());
    }

    @Test
    @DisplayName("F-58: fifty at once make one link of one user")
    void concurrentLinksOfOneUserMakeOne() {
        UUID user = signedUser();
        String number = freshNumber();
        open(number);

        List<Answer> answers = atOnce(20, i -> link(user, number));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("ALREADY_LINKED"));
        assertThat(jdbc.sql("select count(*) from account_link where user_id = :user")
                        .param("user", user)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    @DisplayName("F-58: several users may link one account in BASIC, and share it")
    void concurrentLinksOfSeveralUsersShareTheAccount() {
        List<UUID> users = List.of(signedUser(), signedUser(), signedUser(), signedUser());
        String number = freshNumber();
        open(number);

        List<Answer> answers = atOnce(users.size(), i -> link(users.get(i), number));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(answers.stream()
                        .map(answer -> answer.text("supplyAccountId"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    @DisplayName("F-70: not found and closed are the same answer")
    void tellsNobodyWhyAnAccountIsNotLinkable() {
        UUID user = signedUser();
        String closed = freshNumber();
        account(closed, "CLOSED");

        Answer unknown = link(user, freshNumber());
        Answer shut = link(user, closed);

        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.code()).isEqualTo("ACCOUNT_NOT_LINKABLE");
        assertThat(shut.status()).isEqualTo(422);
        assertThat(shut.code()).isEqualTo("ACCOUNT_NOT_LINKABLE");
        assertThat(shut.text("detail")).isEqualTo(unknown.text("detail"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"О23-185952", "000-000000", "023-18595a", "12"})
    void explainsAWrongFormatWithoutAskingTheSupplier(String typed) {
        UUID user = signedUser();

        Answer refused = link(user, typed);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("ACCOUNT_NUMBER_FORMAT");
        assertThat(refused.text("hint")).contains("023-185952");
        assertThat(refused.text("example")).isEqualTo("023-185952");
        PARTNERS.verify(0, getRequestedFor(urlPathEqualTo("/back-office/gaz-test/accounts")));
    }

    @Test
    void refusesUnknownSuppliersUnknownFieldsAndMissingOnes() {
        UUID user = signedUser();

        assertThat(post(
                                LINKS,
                                user,
                                linkBody(freshNumber())
                                        .replace(GAZ_TEST.toString(), Ids.next().toString()),
                                UUID.randomUUID().toString())
                        .status())
                .isEqualTo(404);
        Answer massAssignment = post(
                LINKS,
                user,
                linkBody("1").replace("{", "{\"accessLevel\": \"EXTENDED\", "),
                UUID.randomUUID().toString());
        assertThat(massAssignment.status()).isEqualTo(400);
        assertThat(massAssignment.body().toString()).contains("accessLevel");
        assertThat(post(LINKS, user, "{}", UUID.randomUUID().toString()).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"outage", "silence", "garbage", "wrong-account"})
    @DisplayName("F-50: an offline supplier makes the link wait, and it is resolved when the supplier is back")
    void waitsForTheSupplier(String trouble) {
        UUID user = signedUser();
        String number = freshNumber();
        trouble(number, trouble);

        Answer waiting = link(user, number);

        assertThat(waiting.status()).isEqualTo(202);
        assertThat(waiting.text("status")).isEqualTo("PENDING_SUPPLIER");
        UUID linkId = UUID.fromString(waiting.text("linkId"));
        assertThat(get(LINKS + "/" + linkId, user).text("status")).isEqualTo("PENDING_SUPPLIER");
        assertThat(link(user, number).code()).isEqualTo("ALREADY_LINKED");

        open(number);
        awaitStatus(user, linkId, "ACTIVE");
        assertThat(events.awaitPublished(AccountLinked.class, e -> e.linkId().equals(linkId))
                        .userId())
                .isEqualTo(user);
    }

    @Test
    void learnsOfALateRefusal() {
        UUID user = signedUser();
        String number = freshNumber();
        trouble(number, "outage");
        UUID linkId = linked(user, number);

        PARTNERS.stubFor(WireMock.get(urlPathEqualTo("/back-office/gaz-test/accounts"))
                .withQueryParam("number", equalTo(number))
                .willReturn(notFound()));

        awaitStatus(user, linkId, "REJECTED");
        open(number);
        assertThat(link(user, number).status()).isEqualTo(201);
    }

    @Test
    @DisplayName("F-70: a user's questions are bounded; what is known already is not asked and not counted")
    void boundsTheAttemptsOfAUser() {
        UUID user = signedUser();
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 31; i++) {
            statuses.add(link(user, freshNumber()).status());
        }

        assertThat(statuses.subList(0, 30)).containsOnly(422);
        Answer exceeded = link(user, freshNumber());
        assertThat(exceeded.status()).isEqualTo(429);
        assertThat(exceeded.code()).isEqualTo("ATTEMPTS_EXCEEDED");
        assertThat(exceeded.header("Retry-After")).isNotEmpty();
        assertThat(link(user, "О23").code()).isEqualTo("ACCOUNT_NUMBER_FORMAT");
    }

    @Test
    @DisplayName("F-70: many users behind one address are bounded together")
    void boundsTheAttemptsOfAnAddress() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            UUID user = signedUser();
            codes.add(linkFrom("198.51.100.70", user).code());
            codes.add(linkFrom("198.51.100.70", user).code());
        }

        assertThat(codes.subList(0, 6)).containsOnly("ACCOUNT_NOT_LINKABLE");
        assertThat(codes.subList(6, 8)).containsOnly("ATTEMPTS_EXCEEDED");
        assertThat(linkFrom("198.51.100.71", signedUser()).code()).isEqualTo("ACCOUNT_NOT_LINKABLE");
    }

    private Answer linkFrom(String address, UUID user) {
        return postFrom(address, "/api/v1/account-links", user, linkBody(freshNumber()));
    }

    @Test
    void boundsTheLinksOfAUser() {
        UUID user = signedUser();
        for (int i = 0; i < 20; i++) {
            String number = freshNumber();
            open(number);
            assertThat(link(user, number).status()).isEqualTo(201);
        }

        Answer oneTooMany = link(user, freshNumber());

        assertThat(oneTooMany.status()).isEqualTo(409);
        assertThat(oneTooMany.code()).isEqualTo("LINK_LIMIT");
    }

    @Test
    void previewShowsWhoseHomeItIsAndKeepsNothing() {
        UUID user = signedUser();
        String number = freshNumber();
        open(number);

        Answer preview = post("/api/v1/account-link-previews", user, linkBody(number), null);

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.text("address")).isEqualTo("г Т***, ул Л***, д. 1**");
        assertThat(preview.text("accountNumberDisplay"))
                .isEqualTo("0" + number.substring(0, 2) + "-" + number.substring(2));
        assertThat(get(LINKS, user).body().path("items").size()).isZero();
        String unanswered = freshNumber();
        trouble(unanswered, "outage");
        assertThat(post("/api/v1/account-link-previews", user, linkBody(unanswered), null)
                        .code())
                .isEqualTo("SUPPLIER_UNAVAILABLE");
    }

    @Test
    void renamesUnderTheVersionLookedAt() {
        UUID user = signedUser();
        String number = freshNumber();
        open(number);
        UUID linkId = linked(user, number);
        // Beyond the numbers of which a JVM has one object each.
        jdbc.sql("update account_link set version = 1000 where link_id = ?")
                .param(linkId)
                .update();
        String etag = get(LINKS + "/" + linkId, user).header("ETag");

        Answer renamed = patch(user, linkId, "{\"alias\": \" Дача \"}", etag);
        Answer stale = patch(user, linkId, "{\"alias\": \"Дом\"}", etag);

        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.text("alias")).isEqualTo("Дача");
        assertThat(renamed.header("ETag")).isNotEqualTo(etag);
        assertThat(stale.code()).isEqualTo("VERSION_CONFLICT");
        assertThat(patch(signedUser(), linkId, "{\"alias\": \"Моя\"}", "*").status())
                .isEqualTo(404);
        assertThat(patch(user, linkId, "{\"alias\": null}", "*").body().has("alias"))
                .isFalse();
    }

    private void awaitStatus(UUID user, UUID linkId, String status) {
        Awaitility.await(status)
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> get(LINKS + "/" + linkId, user).text("status").equals(status));
    }

    private static void trouble(String number, String trouble) {
        PARTNERS.stubFor(WireMock.get(urlPathEqualTo("/back-office/gaz-test/accounts"))
                .withQueryParam("number", equalTo(number))
                .willReturn(
                        switch (trouble) {
                            case "outage" -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
                            case "silence" -> okJson("{}").withFixedDelay(10_000);
                            case "garbage" -> aResponse().withStatus(404).withBody("<html>no such page</html>");
                            default -> okJson("""
                                    {"accountRef": "r", "number": "1", "address": "a", "status": "OPEN", "currency": "RUB"}""");
                        }));
    }

    static List<Answer> atOnce(int parallel, IntFunction<Answer> request) {
        CyclicBarrier barrier = new CyclicBarrier(parallel);
        try (ExecutorService pool = Executors.newFixedThreadPool(parallel)) {
            List<Future<Answer>> futures = new ArrayList<>();
            for (int i = 0; i < parallel; i++) {
                int number = i;
                futures.add(pool.submit(() -> {
                    barrier.await();
                    return request.apply(number);
                }));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
