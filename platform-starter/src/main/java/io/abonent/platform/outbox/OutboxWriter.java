package io.abonent.platform.outbox;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/** All rows of a transaction in one round trip. */
final class OutboxWriter {

    private static final String INSERT =
            "insert into outbox (" + OutboxRow.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcOperations jdbc;

    OutboxWriter(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    void write(List<OutboxRow> rows) {
        jdbc.batchUpdate(INSERT, rows, rows.size(), OutboxWriter::bind);
    }

    private static void bind(PreparedStatement statement, OutboxRow row) throws SQLException {
        statement.setObject(1, row.eventId());
        statement.setString(2, row.topic());
        statement.setObject(3, row.aggregateId());
        statement.setString(4, row.type());
        statement.setString(5, row.payload());
        statement.setLong(6, row.aggregateVersion());
        statement.setString(7, row.actor());
        statement.setString(8, row.traceParent());
        statement.setObject(9, row.occurredAt().atOffset(ZoneOffset.UTC));
    }
}
