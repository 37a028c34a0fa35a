package io.abonent.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.contracts.account.AccessLevel;
import io.abonent.contracts.account.AccountLinked;
import io.abonent.contracts.account.AccountUnlinked;
import io.abonent.contracts.account.ExtendedAccessGranted;
import io.abonent.contracts.account.SupplierProfileChanged;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The steps of the instruction which this service carries, through HTTP, PostgreSQL and Kafka. */
class AccountServiceIT extends RunningService {

    @Test
    @DisplayName("S10-S14, S20: a person finds the supplier, links the account of the bill and sees it in full")
    void walksTheInstruction() {
        String number = freshNumber();
        open(number);
        pin(number, "4821");
        UUID user = signedUser();

        JsonNode supplier = get("/api/v1/suppliers?query=" + encoded("газ тест"), user)
                .body()
                .path("items")
                .path(0);
        assertThat(supplier.path("supplierId").asString()).isEqualTo(GAZ_TEST.toString());
        assertThat(supplier.path("accountNumberExample").asString()).isEqualTo("023-185952");
        assertThat(supplier.path("accessMethods").toString()).isEqualTo("[\"PIN\",\"METER_SERIAL\"]");

        Answer linked = link(user, "0" + number.substring(0, 2) + "-" + number.substring(2));
        assertThat(linked.status()).isEqualTo(201);
        assertThat(linked.text("accountNumber")).isEqualTo(number);
        assertThat(linked.text("address")).isEqualTo("г Т***, ул Л***, д. 1**");
        assertThat(linked.text("accessLevel")).isEqualTo("BASIC");
        assertThat(linked.text("status")).isEqualTo("ACTIVE");
        UUID linkId = UUID.fromString(linked.text("linkId"));

        AccountLinked event =
                events.awaitPublished(AccountLinked.class, e -> e.linkId().equals(linkId));
        assertThat(event.userId()).isEqualTo(user);
        assertThat(event.accessLevel()).isEqualTo(AccessLevel.BASIC);
        assertThat(event.supplierAccountRef()).isEqualTo("ref-" + number);
        assertThat(get("/api/v1/onboarding", user).text("nextStep")).isEqualTo("DONE");

        Answer extended = prove(user, linkId, "4821");
        assertThat(extended.status()).isEqualTo(200);
        assertThat(extended.text("accessLevel")).isEqualTo("EXTENDED");
        ExtendedAccessGranted granted = events.awaitPublished(
                ExtendedAccessGranted.class, e -> e.linkId().equals(linkId));
        assertThat(granted.version()).isGreaterThan(event.version());
        assertThat(granted.method()).isEqualTo(ExtendedAccessGranted.Method.PIN);

        JsonNode mine = get("/api/v1/account-links", user).body().path("items");
        assertThat(mine.size()).isEqualTo(1);
        assertThat(mine.path(0).path("address").asString()).isEqualTo("г Тестовск, ул Ленина, д. 12, кв. 7");
        assertThat(mine.path(0).path("supplyAccountId").asString())
                .isEqualTo(event.supplyAccountId().toString());

        assertThat(send("DELETE", "/api/v1/account-links/" + linkId, token(user), null, null)
                        .status())
                .isEqualTo(204);
        AccountUnlinked unlinked =
                events.awaitPublished(AccountUnlinked.class, e -> e.linkId().equals(linkId));
        assertThat(unlinked.cause()).isEqualTo(AccountUnlinked.Cause.USER);
        assertThat(get("/api/v1/onboarding", user).text("nextStep")).isEqualTo("LINK_ACCOUNT");
        assertThat(get("/api/v1/account-links/" + linkId, user).status()).isEqualTo(404);
        outbox.awaitEmpty();
    }

    @Test
    @DisplayName("F-10, F-72: other services learn from its holder's token what the event will say, from nobody else's")
    void tellsServicesWhatTheEventSays() {
        String number = freshNumber();
        open(number);
        pin(number, "4821");
        UUID user = signedUser();
        UUID linkId = linked(user, number);
        AccountLinked event =
                events.awaitPublished(AccountLinked.class, e -> e.linkId().equals(linkId));
        String route = "/internal/v1/account-links?supplyAccountId=" + event.supplyAccountId();

        JsonNode state = get(route, user).body().path("items").path(0);
        assertThat(state.path("linkId").asString()).isEqualTo(linkId.toString());
        assertThat(state.path("supplierId").asString())
                .isEqualTo(event.supplierId().toString());
        assertThat(state.path("supplierAccountRef").asString()).isEqualTo(event.supplierAccountRef());
        assertThat(state.path("extended").asBoolean()).isFalse();
        assertThat(state.path("version").asLong()).isEqualTo(event.version());
        assertThat(get(route, signedUser()).body().path("items").size())
                .as("to another person")
                .isZero();
        assertThat(get(route, UUID.randomUUID()).text("code"))
                .as("without a consent")
                .isEqualTo("CONSENT_REQUIRED");

        assertThat(prove(user, linkId, "4821").status()).isEqualTo(200);
        ExtendedAccessGranted granted = events.awaitPublished(
                ExtendedAccessGranted.class, e -> e.linkId().equals(linkId));
        state = get(route, user).body().path("items").path(0);
        assertThat(state.path("extended").asBoolean()).isTrue();
        assertThat(state.path("version").asLong()).isEqualTo(granted.version());

        send("DELETE", "/api/v1/account-links/" + linkId, token(user), null, null);
        assertThat(get(route, user).body().path("items").size())
                .as("of an ended link")
                .isZero();
    }

    @Test
    void demoSuppliersAreAnnounced() {
        assertThat(events.awaitPublished(
                                SupplierProfileChanged.class,
                                e -> e.supplierId().equals(TEPLO_TEST))
                        .readings()
                        .windowMode())
                .isEqualTo(SupplierProfileChanged.WindowMode.HARD_WINDOW);
        assertThat(events.awaitPublished(
                                SupplierProfileChanged.class,
                                e -> e.supplierId().equals(GAZ_TEST))
                        .name())
                .isEqualTo("Газ Тест");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
