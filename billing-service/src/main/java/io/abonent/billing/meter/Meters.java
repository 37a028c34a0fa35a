package io.abonent.billing.meter;

import io.abonent.billing.backoffice.SupplierBackOffice.SupplierMeter;
import io.abonent.billing.backoffice.SupplierBackOffice.SupplierRegister;
import io.abonent.billing.link.Link;
import io.abonent.platform.event.Ids;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
public class Meters {

    private final JdbcClient jdbc;

    Meters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Meter> find(UUID meterId) {
        return read("meter_id = ?", meterId).stream().findFirst();
    }

    /** Those that hang on the wall now. */
    public List<Meter> ofAccount(UUID supplyAccountId) {
        return read("supply_account_id = ? and not removed order by serial", supplyAccountId);
    }

    /** Which of these accounts have any meter on the wall. */
    public Set<UUID> metered(Collection<UUID> supplyAccountIds) {
        return Set.copyOf(jdbc.sql(
                        "select distinct supply_account_id from meter where supply_account_id = any (?) and not removed")
                .param(supplyAccountIds.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** Two people at one meter stand here in a row; held to the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(UUID meterId) {
        jdbc.sql("select 1 from meter where meter_id = ? for update")
                .param(meterId)
                .query(Integer.class)
                .single();
    }

    /** The supplier took a value into its books: the next one is compared with it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void taken(UUID meterId, String register, BigDecimal value, LocalDate date) {
        jdbc.sql("""
                update meter_register set previous_value = ?, previous_date = ?
                 where meter_id = ? and code = ? and (previous_date is null or previous_date <= ?)
                """).params(value, date, meterId, register, date).update();
    }

    Optional<Instant> syncedAt(UUID supplyAccountId) {
        return jdbc.sql("select synced_at from meter_sync where supply_account_id = ?")
                .param(supplyAccountId)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** The supplier's list replaces ours; a meter it no longer names was taken off the wall. */
    @Transactional
    public void synchronised(Link link, List<SupplierMeter> current, Instant at) {
        jdbc.sql("""
                insert into meter_sync (supply_account_id, synced_at) values (?, ?)
                on conflict (supply_account_id) do update set synced_at = excluded.synced_at
                """).params(link.supplyAccountId(), Timestamp.from(at)).update();
        jdbc.sql("update meter set removed = true where supply_account_id = ? and not serial = any (?)")
                .params(
                        link.supplyAccountId(),
                        current.stream().map(SupplierMeter::serial).toArray(String[]::new))
                .update();
        current.forEach(meter -> put(link, meter));
    }

    private void put(Link link, SupplierMeter meter) {
        UUID meterId = jdbc.sql("""
                insert into meter (meter_id, supply_account_id, supplier_id, serial, model, digits, calibration_due_on)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (supply_account_id, serial) do update set model = excluded.model, digits = excluded.digits,
                    calibration_due_on = excluded.calibration_due_on, removed = false
                returning meter_id
                """)
                .params(java.util.Arrays.asList(
                        Ids.next(),
                        link.supplyAccountId(),
                        link.supplierId(),
                        meter.serial(),
                        meter.model(),
                        meter.digits(),
                        meter.calibrationDueOn()))
                .query(UUID.class)
                .single();
        for (SupplierRegister register : meter.registers()) {
            jdbc.sql("""
                    insert into meter_register (meter_id, code, unit, previous_value, previous_date)
                    values (?, ?, ?, ?, ?)
                    on conflict (meter_id, code) do update set unit = excluded.unit,
                        previous_value = excluded.previous_value, previous_date = excluded.previous_date
                    where excluded.previous_date is not null and (meter_register.previous_date is null
                        or excluded.previous_date >= meter_register.previous_date)
                    """)
                    .params(java.util.Arrays.asList(
                            meterId,
                            register.code(),
                            register.unit(),
                            register.previousValue(),
                            register.previousDate()))
                    .update();
        }
    }

    /** Registers after all rows: who asks for a second connection while holding one can empty the pool together with others. */
    private List<Meter> read(String where, Object value) {
        List<Meter> found = jdbc.sql("select * from meter where " + where)
                .param(value)
                .query((row, number) -> new Meter(
                        row.getObject("meter_id", UUID.class),
                        row.getObject("supply_account_id", UUID.class),
                        row.getObject("supplier_id", UUID.class),
                        row.getString("serial"),
                        row.getString("model"),
                        row.getInt("digits"),
                        row.getObject("calibration_due_on", LocalDate.class),
                        row.getBoolean("removed"),
                        List.of()))
                .list();
        return found.stream()
                .map(meter -> meter.withRegisters(registersOf(meter.meterId())))
                .toList();
    }

    private List<Meter.Register> registersOf(UUID meterId) {
        return jdbc.sql(
                        "select code, unit, previous_value, previous_date from meter_register where meter_id = ? order by code")
                .param(meterId)
                .query((row, number) -> new Meter.Register(
                        row.getString("code"),
                        row.getString("unit"),
                        row.getBigDecimal("previous_value"),
                        row.getObject("previous_date", LocalDate.class)))
                .list();
    }
}
