package io.abonent.billing.supplier;

import io.abonent.billing.supplier.SupplierProfile.PaymentLimits;
import io.abonent.billing.supplier.SupplierProfile.ReadingLimits;
import io.abonent.contracts.account.SupplierProfileChanged;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The local replica; written by {@link SupplierEventsConsumer} only. */
@Component
public class Suppliers {

    private final JdbcClient jdbc;

    Suppliers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<SupplierProfile> find(UUID supplierId) {
        return jdbc.sql("select * from supplier where supplier_id = :id")
                .param("id", supplierId)
                .query((row, number) -> profile(row))
                .optional();
    }

    void changed(SupplierProfileChanged event) {
        jdbc.sql("""
                insert into supplier (supplier_id, name, status, time_zone, payments_allowed, currency, min_amount_minor,
                    max_amount_minor, tax_id, readings_allowed, readings_allowed_in_basic, window_mode, window_from_day,
                    window_to_day, fraction_digits, zero_allowed, max_consumption, version)
                values (:id, :name, :status, :zone, :pays, :currency, :min, :max, :taxId, :reads, :readsBasic, :mode,
                    :fromDay, :toDay, :digits, :zero, :maxConsumption, :version)
                on conflict (supplier_id) do update set (name, status, time_zone, payments_allowed, currency,
                    min_amount_minor, max_amount_minor, tax_id, readings_allowed, readings_allowed_in_basic, window_mode,
                    window_from_day, window_to_day, fraction_digits, zero_allowed, max_consumption, version) =
                    (excluded.name, excluded.status, excluded.time_zone, excluded.payments_allowed, excluded.currency,
                    excluded.min_amount_minor, excluded.max_amount_minor, excluded.tax_id, excluded.readings_allowed,
                    excluded.readings_allowed_in_basic, excluded.window_mode, excluded.window_from_day,
                    excluded.window_to_day, excluded.fraction_digits, excluded.zero_allowed, excluded.max_consumption,
                    excluded.version)
                where excluded.version > supplier.version
                """)
                .param("id", event.supplierId())
                .param("name", event.name())
                .param("status", event.status().name())
                // A zone that does not exist must fail here, once, and not on every reading.
                .param("zone", ZoneId.of(event.timeZone()).getId())
                .param("pays", event.payments().allowed())
                .param("currency", event.payments().currency())
                .param("min", event.payments().minAmountMinor())
                .param("max", event.payments().maxAmountMinor())
                .param("taxId", event.payments().taxId())
                .param("reads", event.readings().allowed())
                .param("readsBasic", event.readings().allowedInBasic())
                .param("mode", event.readings().windowMode().name())
                .param("fromDay", event.readings().windowFromDay())
                .param("toDay", event.readings().windowToDay())
                .param("digits", event.readings().fractionDigits())
                .param("zero", event.readings().zeroAllowed())
                .param("maxConsumption", event.readings().maxConsumption())
                .param("version", event.version())
                .update();
    }

    private static SupplierProfile profile(ResultSet row) throws SQLException {
        // MAINTENANCE only delays the supplier's answer; payments and readings wait in the queue.
        boolean takesPart = switch (SupplierProfileChanged.Status.valueOf(row.getString("status"))) {
            case ACTIVE, MAINTENANCE -> true;
            case SUSPENDED, RETIRED -> false;
        };
        return new SupplierProfile(
                row.getObject("supplier_id", UUID.class),
                row.getString("name"),
                ZoneId.of(row.getString("time_zone")),
                takesPart && row.getBoolean("payments_allowed"),
                takesPart && row.getBoolean("readings_allowed"),
                new PaymentLimits(
                        row.getString("currency"),
                        row.getLong("min_amount_minor"),
                        row.getLong("max_amount_minor"),
                        row.getString("tax_id")),
                new ReadingLimits(
                        row.getBoolean("readings_allowed_in_basic"),
                        row.getString("window_mode").equals("HARD_WINDOW"),
                        row.getInt("window_from_day"),
                        row.getInt("window_to_day"),
                        row.getInt("fraction_digits"),
                        row.getBoolean("zero_allowed"),
                        row.getLong("max_consumption")));
    }
}
