package io.abonent.billing;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.contracts.account.AccessLevel;
import io.abonent.contracts.account.AccountLinked;
import io.abonent.contracts.account.AccountUnlinked;
import io.abonent.platform.event.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** All accounts of a person in one answer: the same as each account says by itself, and nobody else's. */
class OverviewIT extends RunningService {

    @Test
    void saysWhatTheAccountsSayThemselves() {
        Holder holder = holder(10_000, AccessLevel.EXTENDED);
        UUID second = alsoHolds(holder, 2_550, AccessLevel.BASIC);
        holder(77_700, AccessLevel.EXTENDED);
        awaitItems(holder, 2);

        List<JsonNode> items = items(holder);
        assertThat(items)
                .extracting(item -> item.path("supplyAccountId").asString())
                .containsExactly(holder.supplyAccountId().toString(), second.toString());
        for (JsonNode item : items) {
            String account =
                    "/api/v1/supply-accounts/" + item.path("supplyAccountId").asString();
            JsonNode meters = get(account + "/meters", holder.userId()).body();
            assertThat(item.path("balance"))
                    .isEqualTo(get(account + "/balance", holder.userId()).body());
            JsonNode again = items(holder).get(items.indexOf(item));
            assertThat(again.path("window"))
                    .isEqualTo(meters.path("items").path(0).path("window"));
            assertThat(again.path("window").path("to").asString()).isNotEmpty();
        }
        assertThat(items.get(0).path("balance").path("lines").size()).isEqualTo(1);
        assertThat(items.get(1).path("balance").path("lines").size())
                .as("BASIC")
                .isZero();
    }

    @Test
    @DisplayName("Two links of one person to one account are one account, with the rights of the stronger")
    void countsAnAccountOnce() {
        Holder holder = holder(10_000, AccessLevel.BASIC);
        link(holder.userId(), holder.supplyAccountId(), holder.accountRef(), AccessLevel.EXTENDED);
        Awaitility.await("the second link")
                .until(() ->
                        items(holder).getFirst().path("balance").path("lines").size() == 1);
        assertThat(items(holder)).hasSize(1);
    }

    @Test
    void forgetsAnAccountThatIsNotTheirsAnyMore() {
        Holder holder = holder(10_000, AccessLevel.BASIC);
        AccountLinked other = link(holder.userId(), Ids.next(), "ref-" + Ids.next(), AccessLevel.BASIC);
        awaitItems(holder, 2);
        events.publish(new AccountUnlinked(
                other.linkId(),
                other.userId(),
                other.supplyAccountId(),
                other.supplierId(),
                other.accountNumberMasked(),
                AccountUnlinked.Cause.USER,
                Instant.now(),
                2));
        awaitItems(holder, 1);
        assertThat(items(holder).getFirst().path("supplyAccountId").asString())
                .isEqualTo(holder.supplyAccountId().toString());
    }

    @Test
    @DisplayName(
            "Old figures are asked for; who does not answer leaves the last known, or nothing, and the others as they are")
    void oneSilentSupplierLeavesTheOthers() {
        Holder holder = holder(10_000, AccessLevel.BASIC);
        UUID silent = alsoHolds(holder, 2_550, AccessLevel.BASIC);
        UUID neverKnown = Ids.next();
        PARTNERS.balance("ref-" + neverKnown, okJson("<html>"));
        link(holder.userId(), neverKnown, "ref-" + neverKnown, AccessLevel.BASIC);
        awaitItems(holder, 3);
        jdbc.sql("update account_balance set asked_at = now() - interval '2 days' where supply_account_id in (?, ?)")
                .params(holder.supplyAccountId(), silent)
                .update();
        PARTNERS.owes(holder.accountRef(), 12_000);
        PARTNERS.balance("ref-" + silent, okJson("[]"));

        List<JsonNode> items = items(holder);
        assertThat(items.get(0).path("balance").path("amountDueMinor").asLong()).isEqualTo(12_000);
        assertThat(items.get(0).path("balance").has("stale")).isFalse();
        assertThat(items.get(1).path("balance").path("amountDueMinor").asLong()).isEqualTo(2_550);
        assertThat(items.get(1).path("balance").path("stale").asBoolean()).isTrue();
        assertThat(items.get(2).path("supplyAccountId").asString()).isEqualTo(neverKnown.toString());
        assertThat(items.get(2).has("balance")).isFalse();
    }

    private UUID alsoHolds(Holder holder, long debtMinor, AccessLevel level) {
        UUID account = Ids.next();
        PARTNERS.owes("ref-" + account, debtMinor);
        PARTNERS.meter("ref-" + account, "S" + account.toString().substring(24), "1176", "2026-10-24");
        link(holder.userId(), account, "ref-" + account, level);
        return account;
    }

    private void awaitItems(Holder holder, int count) {
        Awaitility.await(count + " accounts")
                .atMost(Duration.ofSeconds(20))
                .until(() -> items(holder).size() == count);
    }

    private List<JsonNode> items(Holder holder) {
        Answer answer = get("/api/v1/supply-accounts", holder.userId());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        List<JsonNode> items = new ArrayList<>();
        answer.body().path("items").forEach(items::add);
        return items;
    }
}
