package io.abonent.billing.reading;

import io.abonent.contracts.billing.ReadingRejected;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class Readings {

    static final int PAGE = 100;

    private final JdbcClient jdbc;

    Readings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Reading> find(UUID readingId) {
        return read("reading_id = ?", readingId).stream().findFirst();
    }

    List<Reading> ofRequest(UUID userId, String requestKey) {
        return read("user_id = ? and request_key = ?", userId, requestKey);
    }

    /** The one that counts in a period so far. */
    Optional<Reading> current(UUID meterId, String period) {
        return read(
                        "meter_id = ? and period = ? and status in ('SUBMITTED', 'QUEUED', 'SENT', 'ACCEPTED')",
                        meterId,
                        period)
                .stream()
                .findFirst();
    }

    /** Newest first; readings of other holders of the account are theirs. */
    List<Reading> page(UUID userId, UUID meterId, @Nullable UUID before, int limit) {
        String order = " order by reading_id desc limit " + Math.clamp(limit, 1, PAGE + 1);
        return before == null
                ? read("user_id = ? and meter_id = ?" + order, userId, meterId)
                : read("user_id = ? and meter_id = ? and reading_id < ?" + order, userId, meterId, before);
    }

    /** Average consumption per accepted reading, of the last year's worth; empty with fewer than three. */
    Optional<BigDecimal> usualConsumption(UUID meterId) {
        return jdbc.sql("""
                select case when count(*) >= 3 then avg(used) end from (
                    select r.value - r.base_value as used
                      from meter_reading m join reading_register r using (reading_id)
                     where m.meter_id = ? and m.status = 'ACCEPTED' and r.base_value is not null
                       and r.value >= r.base_value
                     order by m.reading_id desc limit 12) last
                """).param(meterId).query(BigDecimal.class).optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Reading> lock(UUID readingId) {
        jdbc.sql("select 1 from meter_reading where reading_id = ? for update")
                .param(readingId)
                .query(Integer.class)
                .optional();
        return find(readingId);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Reading reading) {
        jdbc.sql("""
                insert into meter_reading (reading_id, meter_id, supply_account_id, supplier_id, supplier_account_ref,
                    user_id, request_key, period, status, captured_at, submitted_at, trying_since, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        reading.readingId(),
                        reading.meterId(),
                        reading.supplyAccountId(),
                        reading.supplierId(),
                        reading.supplierAccountRef(),
                        reading.userId(),
                        reading.requestKey(),
                        reading.period(),
                        reading.status().name(),
                        Timestamp.from(reading.capturedAt()),
                        Timestamp.from(reading.submittedAt()),
                        Timestamp.from(reading.submittedAt()),
                        reading.version())
                .update();
        for (ReadingRules.Recorded register : reading.registers()) {
            jdbc.sql("""
                    insert into reading_register (reading_id, code, unit, value, base_value, base_date)
                    values (?, ?, ?, ?, ?, ?)
                    """)
                    .params(Arrays.asList(
                            reading.readingId(),
                            register.code(),
                            register.unit(),
                            register.value(),
                            register.base().value(),
                            register.base().date()))
                    .update();
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Reading superseded(Reading earlier, UUID by) {
        Reading superseded = earlier.with(ReadingStatus.SUPERSEDED, null, earlier.decidedAt());
        update(superseded, by);
        return superseded;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void save(Reading changed) {
        update(changed, null);
    }

    private void update(Reading changed, @Nullable UUID supersededBy) {
        int saved = jdbc.sql("""
                update meter_reading set status = ?, reason = ?, decided_at = ?, superseded_by = ?, trying_since = ?, version = ?
                 where reading_id = ? and version = ?
                """)
                .params(Arrays.asList(
                        changed.status().name(),
                        changed.reason() == null ? null : changed.reason().name(),
                        changed.decidedAt() == null ? null : Timestamp.from(changed.decidedAt()),
                        supersededBy,
                        changed.tryingSince() == null ? null : Timestamp.from(changed.tryingSince()),
                        changed.version(),
                        changed.readingId(),
                        changed.version() - 1))
                .update();
        if (saved != 1) {
            throw new IllegalStateException("reading " + changed.readingId() + " was changed without its lock");
        }
    }

    int refusalsToday(UUID meterId, UUID userId, LocalDate day) {
        return jdbc.sql(
                        "select coalesce(max(refused), 0) from reading_refusal where meter_id = ? and user_id = ? and day = ?")
                .params(meterId, userId, day)
                .query(Integer.class)
                .single();
    }

    void refused(UUID meterId, UUID userId, LocalDate day) {
        jdbc.sql("""
                insert into reading_refusal (meter_id, user_id, day, refused) values (?, ?, ?, 1)
                on conflict (meter_id, user_id, day) do update set refused = reading_refusal.refused + 1
                """).params(meterId, userId, day).update();
    }

    /** Two queries however many readings there are. */
    private List<Reading> read(String where, Object... values) {
        Map<UUID, List<ReadingRules.Recorded>> registers = new HashMap<>();
        List<Reading> readings = jdbc.sql("select * from meter_reading where " + where)
                .params(values)
                .query((row, number) -> reading(row, registers))
                .list();
        if (!registers.isEmpty()) {
            fill(registers);
        }
        return readings;
    }

    private static Reading reading(ResultSet row, Map<UUID, List<ReadingRules.Recorded>> registers)
            throws SQLException {
        String reason = row.getString("reason");
        Timestamp decidedAt = row.getTimestamp("decided_at");
        Timestamp tryingSince = row.getTimestamp("trying_since");
        UUID readingId = row.getObject("reading_id", UUID.class);
        return new Reading(
                readingId,
                row.getObject("meter_id", UUID.class),
                row.getObject("supply_account_id", UUID.class),
                row.getObject("supplier_id", UUID.class),
                row.getString("supplier_account_ref"),
                row.getObject("user_id", UUID.class),
                row.getString("request_key"),
                row.getString("period"),
                ReadingStatus.valueOf(row.getString("status")),
                reason == null ? null : ReadingRejected.Reason.valueOf(reason),
                row.getTimestamp("captured_at").toInstant(),
                row.getTimestamp("submitted_at").toInstant(),
                decidedAt == null ? null : decidedAt.toInstant(),
                tryingSince == null ? null : tryingSince.toInstant(),
                registers.computeIfAbsent(readingId, id -> new ArrayList<>()),
                row.getLong("version"));
    }

    private void fill(Map<UUID, List<ReadingRules.Recorded>> registers) {
        jdbc.sql("select * from reading_register where reading_id in (:ids) order by code")
                .param("ids", registers.keySet())
                .query(row -> {
                    Objects.requireNonNull(registers.get(row.getObject("reading_id", UUID.class)))
                            .add(new ReadingRules.Recorded(
                                    row.getString("code"),
                                    row.getString("unit"),
                                    row.getBigDecimal("value"),
                                    new ReadingRules.Base(
                                            row.getBigDecimal("base_value"),
                                            row.getObject("base_date", LocalDate.class))));
                });
    }
}
