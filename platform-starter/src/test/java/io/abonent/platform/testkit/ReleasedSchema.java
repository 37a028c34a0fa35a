package io.abonent.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The schema of the last release, kept in {@code src/test/resources/released/schema.txt}, and whether the code of that
 * release can work on today's. {@code -Dschema.release=true} records today's; that is a step of making a release and of
 * nothing else. What a release no longer uses is named in {@code unused.txt} beside it, so that the one after may drop it.
 */
public final class ReleasedSchema {

    private static final Path RELEASED = Path.of("src/test/resources/released");

    private ReleasedSchema() {}

    private static final class Nothing {}

    /** @param locations of migrations, each with a history of its own, in their order */
    public static void runsOnTheSchemaOfToday(String... locations) {
        // The server is stopped when applications end; without one nobody would stop it.
        new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .run()
                .close();
        try {
            SchemaFacts today = migrated(locations);
            Path file = RELEASED.resolve("schema.txt");
            if (Boolean.getBoolean("schema.release")) {
                Files.createDirectories(RELEASED);
                Files.writeString(file, today.text());
            }
            assertThat(file)
                    .as("-Dschema.release=true records the first release")
                    .exists();
            SchemaFacts released = SchemaFacts.parse(Files.readAllLines(file));
            Set<String> unused = unused();
            assertThat(released.lines().keySet())
                    .as("what is unused was released")
                    .containsAll(unused);
            assertThat(SchemaExpansion.breaks(released, today, unused))
                    .as("the release before would stumble over this: expand now, contract a release later")
                    .isEmpty();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> unused() throws IOException {
        Path file = RELEASED.resolve("unused.txt");
        if (Files.notExists(file)) {
            return Set.of();
        }
        return Files.readAllLines(file).stream()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toSet());
    }

    static SchemaFacts migrated(String... locations) throws SQLException {
        PostgresServer server = PostgresServer.get();
        String url = server.freshDatabase();
        int history = 0;
        for (String location : locations) {
            Flyway.configure()
                    .dataSource(url, server.user(), server.password())
                    .locations(location)
                    .table("history_" + ++history)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }
        try (Connection connection = DriverManager.getConnection(url, server.user(), server.password())) {
            return facts(connection);
        }
    }

    static SchemaFacts facts(Connection connection) throws SQLException {
        Map<String, String> lines = new TreeMap<>();
        for (String history : column(connection, "select relname from pg_class where relname ~ '^history_\\d+$'")) {
            add(
                    lines,
                    connection,
                    "select 'migration ' || script, checksum::text from " + history + " where checksum is not null");
        }
        add(lines, connection, """
                select 'table ' || t.name, 'is there' from (%s) t""".formatted(TABLES));
        add(lines, connection, """
                select 'column ' || t.name || '.' || a.attname,
                       format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
                       || case when a.attidentity = 'a' then ' always as identity' when a.attidentity = 'd' then ' by default'
                               when a.attgenerated <> '' then ' always generated' when a.atthasdef then ' default' else '' end
                from pg_attribute a join (%s) t on t.oid = a.attrelid where a.attnum > 0 and not a.attisdropped""".formatted(TABLES));
        add(lines, connection, """
                select 'rule ' || t.name || '.' || c.conname, '[' || (%s) || '] ' || pg_get_constraintdef(c.oid)
                from pg_constraint c join (%s) t on t.oid = c.conrelid where c.contype in ('c', 'f', 'p', 'u', 'x')""".formatted(COLUMNS.formatted("c.conkey", "c.conrelid"), TABLES));
        add(lines, connection, """
                select 'rule ' || t.name || '.' || i.indexrelid::regclass,
                       '[' || (%s) || '] ' || pg_get_indexdef(i.indexrelid)
                from pg_index i join (%s) t on t.oid = i.indrelid
                where i.indisunique and not exists (select from pg_constraint c where c.conindid = i.indexrelid)""".formatted(COLUMNS.formatted("i.indkey::int2[]", "i.indrelid"), TABLES));
        return new SchemaFacts(lines);
    }

    private static final String TABLES = """
            select oid, relname as name from pg_class where relnamespace = 'public'::regnamespace
            and relkind in ('r', 'p') and not relispartition and relname !~ '^history_\\d+$'""";
    private static final String COLUMNS = """
            select coalesce(string_agg(attname, ', ' order by attnum), '')
            from pg_attribute where attnum = any(%s) and attrelid = %s""";

    private static void add(Map<String, String> lines, Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                lines.put(rows.getString(1), rows.getString(2));
            }
        }
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new java.util.ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
