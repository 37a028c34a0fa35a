package io.abonent.account;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import io.abonent.contracts.account.ExtendedAccessGranted;
import io.abonent.platform.event.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExtendedAccessIT extends RunningService {

    @Test
    void tellsHowManyAttemptsAreLeft() {
        UUID user = signedUser();
        String number = freshNumber();
        UUID linkId = linkedWithPin(user, number);

        Answer wrong = prove(user, linkId, "1111");
        Answer impossible = prove(user, linkId, "12");

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.code()).isEqualTo("ACCESS_SECRET_MISMATCH");
        assertThat(wrong.body().path("attemptsLeft").asInt()).isEqualTo(4);
        assertThat(impossible.code()).isEqualTo("ACCESS_SECRET_MISMATCH");
        assertThat(impossible.body().path("attemptsLeft").asInt()).isEqualTo(4);
        assertThat(prove(user, linkId, " 48-21 ").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("F-71: five wrong ones lock the link, even for the right one")
    void locksAfterFiveWrong() {
        UUID user = signedUser();
        UUID linkId = linkedWithPin(user, freshNumber());
        for (int i = 0; i < 5; i++) {
            assertThat(prove(user, linkId, "111" + i).code()).isEqualTo("ACCESS_SECRET_MISMATCH");
        }

        Answer locked = prove(user, linkId, "4821");

        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.code()).isEqualTo("ACCESS_LOCKED");
        assertThat(Long.parseLong(locked.header("Retry-After"))).isBetween(23L * 3600, 24L * 3600);
        assertThat(prove(user, linkId, "12").code()).isEqualTo("ACCESS_LOCKED");
    }

    @Test
    @DisplayName("F-66, F-71: of thirty guesses at once the supplier sees five")
    void countsGuessesBeforeTheSupplierSeesThem() {
        UUID user = signedUser();
        String number = freshNumber();
        UUID linkId = linkedWithPin(user, number);

        List<Answer> answers = LinkingIT.atOnce(30, i -> prove(user, linkId, Integer.toString(2000 + i)));

        assertThat(answers)
                .filteredOn(answer -> answer.code().equals("ACCESS_SECRET_MISMATCH"))
                .hasSize(5);
        PARTNERS.verify(
                5, postRequestedFor(urlPathEqualTo("/back-office/gaz-test/accounts/ref-" + number + "/access-checks")));
    }

    @Test
    @DisplayName("F-71: one PIN over many accounts of one user is stopped")
    void boundsTheGuessesOfAUserOverAllLinks() {
        UUID user = signedUser();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            codes.add(prove(user, linkedWithPin(user, freshNumber()), "1234").code());
        }

        assertThat(codes.subList(0, 15)).containsOnly("ACCESS_SECRET_MISMATCH");
        assertThat(codes.subList(15, 18)).containsOnly("ACCESS_LOCKED");
    }

    @Test
    @DisplayName("F-71: many users at one account are stopped")
    void boundsTheGuessesAtAnAccountOverAllUsers() {
        String number = freshNumber();
        open(number);
        pin(number, "4821");
        int mismatches = 0;
        for (int i = 0; i < 4; i++) {
            UUID user = signedUser();
            UUID linkId = linked(user, number);
            for (int guess = 0; guess < 4; guess++) {
                mismatches += prove(user, linkId, "300" + guess).code().equals("ACCESS_SECRET_MISMATCH") ? 1 : 0;
            }
        }

        assertThat(mismatches).isEqualTo(10);
    }

    @Test
    @DisplayName("F-71: one PIN over the accounts of many users behind one address is stopped")
    void boundsTheGuessesOfAnAddress() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            codes.add(proveFrom("198.51.100.80", signedUser()));
        }

        assertThat(codes.subList(0, 6)).containsOnly("ACCESS_SECRET_MISMATCH");
        assertThat(codes.subList(6, 8)).containsOnly("ACCESS_LOCKED");
        assertThat(proveFrom("198.51.100.81", signedUser())).isEqualTo("ACCESS_SECRET_MISMATCH");
    }

    private String proveFrom(String address, UUID user) {
        UUID linkId = linkedWithPin(user, freshNumber());
        String path = "/api/v1/account-links/" + linkId + "/extended-access";
        return postFrom(address, path, user, "{\"method\": \"PIN\", \"secret\": \"1234\"}")
                .code();
    }

    @Test
    void extendsOnceAndSaysSoAgain() {
        UUID user = signedUser();
        UUID linkId = linkedWithPin(user, freshNumber());

        assertThat(prove(user, linkId, "4821").status()).isEqualTo(200);
        Answer again = prove(user, linkId, "0000");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("accessLevel")).isEqualTo("EXTENDED");
        outbox.awaitEmpty();
        events.awaitPublished(ExtendedAccessGranted.class, e -> e.linkId().equals(linkId));
        assertThat(events.published(ExtendedAccessGranted.class))
                .filteredOn(published -> published.event().linkId().equals(linkId))
                .hasSize(1);
    }

    @Test
    void meterSerialOpensTooHoweverItIsTyped() {
        UUID user = signedUser();
        String number = freshNumber();
        open(number);
        pin(number, "00417733");
        UUID linkId = linked(user, number);

        Answer extended = post(
                "/api/v1/account-links/" + linkId + "/extended-access",
                user,
                "{\"method\": \"METER_SERIAL\", \"secret\": \" 0041 7733\"}",
                null);

        assertThat(extended.status()).isEqualTo(200);
    }

    @Test
    @DisplayName("F-41: an outage or garbage is no mismatch and costs no attempt")
    void anOutageCostsNoAttempt() {
        UUID user = signedUser();
        String number = freshNumber();
        UUID linkId = linkedWithPin(user, number);
        String checks = "/back-office/gaz-test/accounts/ref-" + number + "/access-checks";
        PARTNERS.stubFor(WireMock.post(urlPathEqualTo(checks))
                .atPriority(1)
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        Answer unavailable = prove(user, linkId, "1111");

        assertThat(unavailable.status()).isEqualTo(503);
        assertThat(unavailable.code()).isEqualTo("SUPPLIER_UNAVAILABLE");
        assertThat(unavailable.header("Retry-After")).isNotEmpty();
        pinAgain(checks);
        assertThat(prove(user, linkId, "1111").body().path("attemptsLeft").asInt())
                .isEqualTo(4);
    }

    @Test
    @DisplayName("F-72: somebody else's link is not there")
    void hidesForeignLinks() {
        UUID linkId = linkedWithPin(signedUser(), freshNumber());
        UUID stranger = signedUser();

        assertThat(prove(stranger, linkId, "4821").status()).isEqualTo(404);
        assertThat(prove(stranger, Ids.next(), "4821").status()).isEqualTo(404);
        PARTNERS.verify(0, postRequestedFor(urlPathMatching("/back-office/.*")));
    }

    @Test
    void refusesAMethodWhichTheSupplierDoesNotOffer() {
        UUID user = signedUser();
        PARTNERS.stubFor(
                WireMock.get(urlPathEqualTo("/back-office/teplo-test/accounts")).willReturn(WireMock.okJson("""
                        {"accountRef": "tt-1", "number": "000123456", "address": "г Тестовск", "status": "OPEN",
                         "currency": "RUB"}""")));
        Answer linked = post(
                "/api/v1/account-links",
                user,
                "{\"supplierId\": \"" + TEPLO_TEST + "\", \"accountNumber\": \"000123456\"}",
                UUID.randomUUID().toString());
        assertThat(linked.text("accountNumber")).isEqualTo("000123456");

        Answer refused = prove(user, UUID.fromString(linked.text("linkId")), "4821");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("ACCESS_METHOD_DISABLED");
    }

    private UUID linkedWithPin(UUID user, String number) {
        open(number);
        pin(number, "4821");
        return linked(user, number);
    }

    private static void pinAgain(String checks) {
        PARTNERS.stubFor(
                WireMock.post(urlPathEqualTo(checks)).atPriority(1).willReturn(WireMock.okJson("{\"match\": false}")));
    }
}
