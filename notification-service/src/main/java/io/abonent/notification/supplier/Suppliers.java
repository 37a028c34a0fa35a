package io.abonent.notification.supplier;

import io.abonent.contracts.account.SupplierProfileChanged;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Replica of account-service, do not write. */
@Repository
public class Suppliers {

    private final JdbcClient jdbc;

    Suppliers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void changed(SupplierProfileChanged event) {
        jdbc.sql("""
                        insert into supplier (supplier_id, name, time_zone, support_email, version)
                        values (:supplierId, :name, :timeZone, :supportEmail, :version)
                        on conflict (supplier_id) do update set name = excluded.name, time_zone = excluded.time_zone,
                            support_email = excluded.support_email, version = excluded.version
                        where excluded.version > supplier.version""")
                .param("supplierId", event.supplierId())
                .param("name", event.name())
                .param("timeZone", ZoneId.of(event.timeZone()).getId())
                .param("supportEmail", event.supportEmail())
                .param("version", event.version())
                .update();
    }

    public Optional<Supplier> find(UUID supplierId) {
        return jdbc.sql("select supplier_id, name, time_zone, support_email from supplier where supplier_id = :id")
                .param("id", supplierId)
                .query(Suppliers::supplier)
                .optional();
    }

    private static Supplier supplier(ResultSet row, int number) throws SQLException {
        return new Supplier(
                row.getObject("supplier_id", UUID.class),
                row.getString("name"),
                ZoneId.of(row.getString("time_zone")),
                row.getString("support_email"));
    }
}
