package io.abonent.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.abonent.contracts.account.AccessLevel;
import io.abonent.platform.event.Ids;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

/** What the database refuses when the code in front of it does not: seen only if one goes round that code. */
class SecondNetIT extends RunningService {

    @Test
    @DisplayName("F-60: the database itself takes no second counting reading of a meter in a period")
    void aSecondCountingReadingIsRefusedByTheDatabase() {
        Holder holder = holder(0, AccessLevel.EXTENDED);
        PARTNERS.readings(WireMock.okJson("{\"status\": \"ACCEPTED\"}"));
        String meterId = get("/api/v1/supply-accounts/" + holder.supplyAccountId() + "/meters", holder.userId())
                .body()
                .path("items")
                .path(0)
                .path("meterId")
                .asString();
        Answer taken = post(
                "/api/v1/meter-readings",
                holder.userId(),
                "{\"readings\": [{\"meterId\": \"%s\", \"registers\": [{\"code\": \"T1\", \"value\": 1210}]}]}"
                        .formatted(meterId));
        assertThat(taken.body().path("results").path(0).path("status").asString())
                .isEqualTo("ACCEPTED");

        assertThatThrownBy(() -> readingAgain(meterId, "ACCEPTED")).isInstanceOf(DuplicateKeyException.class);
        assertThat(readingAgain(meterId, "SUPERSEDED"))
                .as("one that counts no more is history")
                .isEqualTo(1);
    }

    @Test
    @DisplayName("F-80: the database itself takes no transaction of one side and no change of an entry")
    void aLedgerThatDoesNotBalanceIsRefusedByTheDatabase() {
        UUID id = Ids.next();

        assertThatThrownBy(() -> jdbc.sql("""
                                with made as (
                                    insert into journal_transaction (transaction_id, kind, reference, payment_id, occurred_at)
                                    values (:id, 'PAID', :id::text, :id, now()) returning transaction_id)
                                insert into journal_entry (transaction_id, account, amount_minor, currency)
                                select transaction_id, 'PROVIDER_CLEARING', 100, 'RUB' from made""").param("id", id).update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("update journal_entry set amount_minor = amount_minor + 1")
                        .update())
                .hasMessageContaining("append-only");
    }

    private int readingAgain(String meterId, String status) {
        return jdbc.sql("""
                        insert into meter_reading
                        select (jsonb_populate_record(r, jsonb_build_object(
                            'reading_id', :other::text, 'request_key', :other::text, 'status', :status::text))).*
                        from meter_reading r where meter_id = :meter and status = 'ACCEPTED' limit 1""")
                .param("other", Ids.next().toString())
                .param("status", status)
                .param("meter", UUID.fromString(meterId))
                .update();
    }
}
