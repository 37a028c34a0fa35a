package io.abonent.billing;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.abonent.contracts.account.AccessLevel;
import io.abonent.contracts.account.AccountLinked;
import io.abonent.contracts.account.AccountUnlinked;
import io.abonent.contracts.account.ExtendedAccessGranted;
import io.abonent.contracts.account.SupplierProfileChanged;
import io.abonent.contracts.consent.ConsentPurpose;
import io.abonent.contracts.consent.ConsentWithdrawn;
import io.abonent.platform.event.Ids;
import io.abonent.platform.testkit.TestEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Other services' facts: whatever order they arrive in, and before they arrive. */
class ReplicaIT extends RunningService {

    @Test
    void followsALinkFromBasicToExtendedToTheEnd() {
        Holder holder = holder(10_000, AccessLevel.BASIC);
        AccountLinked linked = new AccountLinked(
                linkOf(holder),
                holder.userId(),
                holder.supplyAccountId(),
                GAZ_TEST,
                holder.accountRef(),
                "****5952",
                AccessLevel.BASIC,
                null,
                Instant.now(),
                1);
        assertThat(balance(holder).body().path("lines").size()).isZero();

        events.publish(new ExtendedAccessGranted(
                linked.linkId(),
                holder.userId(),
                holder.supplyAccountId(),
                GAZ_TEST,
                holder.accountRef(),
                "****5952",
                AccessLevel.EXTENDED,
                null,
                ExtendedAccessGranted.Method.PIN,
                Instant.now(),
                3));
        Awaitility.await().until(() -> balance(holder).body().path("lines").size() == 1);

        events.publish(linked, Ids.next());
        events.publish(new AccountUnlinked(
                linked.linkId(),
                holder.userId(),
                holder.supplyAccountId(),
                GAZ_TEST,
                "****5952",
                AccountUnlinked.Cause.USER,
                Instant.now(),
                4));
        Awaitility.await().until(() -> balance(holder).status() == 404);
        events.publish(linked, Ids.next());
        pause();
        assertThat(balance(holder).status())
                .as("an old event does not link again")
                .isEqualTo(404);
    }

    @Test
    @DisplayName("F-78: withdrawing closes the cabinet, the payment in flight is finished")
    void finishesWhatIsInFlightAfterWithdrawal() {
        Holder holder = holder(10_000, AccessLevel.BASIC);
        UUID paymentId = pendingPayment(holder);
        UUID consentId = jdbc.sql("select consent_id from consent_state where user_id = ?")
                .param(holder.userId())
                .query(UUID.class)
                .single();
        events.publish(new ConsentWithdrawn(
                consentId,
                holder.userId(),
                UUID.fromString("0198c000-0000-7000-8000-0000000000c1"),
                1,
                ConsentPurpose.PERSONAL_DATA,
                Ids.next(),
                Instant.now(),
                2));
        Awaitility.await().until(() -> balance(holder).text("code").equals("CONSENT_REQUIRED"));
        assertThat(quoteDebt(holder).text("code")).isEqualTo("CONSENT_REQUIRED");

        PARTNERS.provider(paymentId, "succeeded", "100.00");
        notifyProvider(ScriptedPartners.notification(paymentId, "succeeded"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("select status from payment where payment_id = ?")
                        .param(paymentId)
                        .query(String.class)
                        .single()
                        .equals("POSTED"));
    }

    @Test
    @DisplayName("F-10: a link just made is usable before its event has come, for its holder and nobody else")
    void asksTheOwnerOfALinkThatIsNotKnownYet() {
        UUID user = signedUser();
        UUID account = Ids.next();
        AccountLinked example = TestEvents.example(AccountLinked.class);
        AccountLinked linked = new AccountLinked(
                Ids.next(),
                user,
                account,
                GAZ_TEST,
                "ref-early",
                example.accountNumberMasked(),
                AccessLevel.BASIC,
                example.alias(),
                example.linkedAt(),
                1);
        PARTNERS.server.stubFor(WireMock.get(urlPathEqualTo("/internal/v1/account-links"))
                .withQueryParam("supplyAccountId", WireMock.equalTo(account.toString()))
                .willReturn(okJson("""
                {"items": [{"linkId": "%s", "supplierId": "%s", "supplierAccountRef": "ref-early",
                            "extended": false, "version": 1, "addedTomorrow": 1}]}
                """.formatted(linked.linkId(), GAZ_TEST))));
        PARTNERS.owes("ref-early", 700);
        String balance = "/api/v1/supply-accounts/" + account + "/balance";

        Answer early = get(balance, user);
        assertThat(early.status()).as(early.toString()).isEqualTo(200);
        assertThat(early.body().path("amountDueMinor").asLong()).isEqualTo(700);
        assertThat(get("/api/v1/supply-accounts/" + Ids.next() + "/balance", user)
                        .status())
                .isEqualTo(404);

        // The event changes nothing any more, and an end that overtakes the answer stays the end.
        events.publish(linked, Ids.next());
        events.publish(
                new AccountUnlinked(
                        linked.linkId(),
                        user,
                        account,
                        GAZ_TEST,
                        linked.accountNumberMasked(),
                        AccountUnlinked.Cause.USER,
                        Instant.now(),
                        2),
                Ids.next());
        Awaitility.await().until(() -> get(balance, user).status() == 404);
    }

    @Test
    @DisplayName("An owner that does not answer has not said that there is no such account")
    void doesNotTakeSilenceForANo() {
        UUID user = signedUser();
        PARTNERS.server.stubFor(
                WireMock.get(urlPathEqualTo("/internal/v1/account-links")).willReturn(WireMock.serviceUnavailable()));
        assertThat(get("/api/v1/supply-accounts/" + Ids.next() + "/balance", user)
                        .text("code"))
                .isEqualTo("TEMPORARILY_UNAVAILABLE");
    }

    @Test
    void takesTheNewestProfileOfASupplier() {
        UUID other = UUID.randomUUID();
        SupplierProfileChanged example = TestEvents.example(SupplierProfileChanged.class);
        events.publish(profile(example, other, "new", 5));
        events.publish(profile(example, other, "old", 4));
        events.publish(profile(example, other, "newest", 6));
        Awaitility.await().until(() -> "newest".equals(nameOf(other)));
        events.publish(profile(example, other, "stale", 6));
        pause();
        assertThat(nameOf(other)).isEqualTo("newest");
    }

    @Test
    void readsTheGoldenExamplesAndWhatLaterVersionsAdd() {
        AccountLinked example = TestEvents.example(AccountLinked.class);
        AccountLinked linked = new AccountLinked(
                Ids.next(),
                example.userId(),
                Ids.next(),
                example.supplierId(),
                example.supplierAccountRef(),
                example.accountNumberMasked(),
                example.accessLevel(),
                example.alias(),
                example.linkedAt(),
                1);
        String withMore =
                """
                {"linkId": "%s", "userId": "%s", "supplyAccountId": "%s", "supplierId": "%s",
                 "supplierAccountRef": "r", "accountNumberMasked": "****1", "accessLevel": "BASIC",
                 "linkedAt": "2026-11-22T00:00:00Z", "version": 1, "addedTomorrow": {"a": 1}}
                """.formatted(linked.linkId(), linked.userId(), linked.supplyAccountId(), linked.supplierId());
        events.publishRaw(
                "account.link.v1",
                linked.linkId().toString(),
                withMore.getBytes(StandardCharsets.UTF_8),
                TestEvents.headers(linked, Ids.next()));
        Awaitility.await()
                .until(() -> jdbc.sql("select count(*) from account_link where link_id = ?")
                                .param(linked.linkId())
                                .query(Long.class)
                                .single()
                        == 1);
    }

    private Answer balance(Holder holder) {
        return get("/api/v1/supply-accounts/" + holder.supplyAccountId() + "/balance", holder.userId());
    }

    private UUID linkOf(Holder holder) {
        return jdbc.sql("select link_id from account_link where user_id = ?")
                .param(holder.userId())
                .query(UUID.class)
                .single();
    }

    private String nameOf(UUID supplier) {
        return jdbc.sql("select coalesce(max(name), '') from supplier where supplier_id = ?")
                .param(supplier)
                .query(String.class)
                .single();
    }

    private static SupplierProfileChanged profile(
            SupplierProfileChanged example, UUID supplier, String name, long version) {
        return new SupplierProfileChanged(
                supplier,
                name,
                example.status(),
                example.timeZone(),
                example.fullAccessByDefault(),
                example.supportEmail(),
                example.payments(),
                example.readings(),
                version);
    }

    private UUID signedUser() {
        UUID user = UUID.randomUUID();
        sign(user);
        Awaitility.await().until(() -> get("/api/v1/payments", user).status() == 200);
        return user;
    }

    /** Long enough for an event to arrive that must change nothing. */
    private static void pause() {
        Awaitility.await().pollDelay(Duration.ofMillis(700)).until(() -> true);
    }
}
