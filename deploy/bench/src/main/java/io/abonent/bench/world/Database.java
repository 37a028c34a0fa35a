package io.abonent.bench.world;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** One service's database, read as its administrator. */
final class Database {

    /** Takes the columns of a row as text; an absent value is empty. */
    interface RowReader<T> {
        T read(String[] columns);
    }

    private final String url;

    Database(int port, String name) {
        this.url =
                "jdbc:postgresql://localhost:" + port + "/" + name + "?user=postgres&connectTimeout=5&socketTimeout=60";
    }

    <T> List<T> query(String sql, RowReader<T> reader) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                String[] row = new String[columns];
                for (int column = 0; column < columns; column++) {
                    String value = rows.getString(column + 1);
                    row[column] = value == null ? "" : value;
                }
                found.add(reader.read(row));
            }
            return found;
        }
    }

    void update(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    long count(String sql) throws SQLException {
        return query(sql, row -> Long.parseLong(row[0])).getFirst();
    }
}
