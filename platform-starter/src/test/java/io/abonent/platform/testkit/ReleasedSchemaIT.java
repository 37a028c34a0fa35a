package io.abonent.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReleasedSchemaIT {

    @Test
    void thePlatformsTablesOfTheReleaseBeforeAreStillThere() {
        ReleasedSchema.runsOnTheSchemaOfToday("classpath:db/platform");
    }

    /** What the rules compare is what PostgreSQL says, not what we think that it says. */
    @Test
    void aRealChangeOfARealTableIsFound() throws SQLException {
        PostgresServer server = PostgresServer.get();
        try (Connection connection =
                        DriverManager.getConnection(server.freshDatabase(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create table link (id bigint generated always as identity primary key, number varchar(9) unique,
                                       alias text, at timestamptz not null default now())""");
            SchemaFacts before = ReleasedSchema.facts(connection);
            statement.execute("""
                    alter table link drop column alias, alter number type text, alter at drop default,
                      drop constraint link_number_key, add kind text not null, add check (id > 5), add note text,
                      add constraint note_is_short check (length(note) < 9)""");
            statement.execute("create unique index one_kind on link (lower(kind))");

            assertThat(SchemaExpansion.breaks(before, ReleasedSchema.facts(connection), Set.of()))
                    .containsExactlyInAnyOrder(
                            "column link.alias: gone",
                            "column link.at: no longer default",
                            "rule link.link_number_key: gone",
                            "column link.kind: new, not null and without a default",
                            "rule link.link_id_check: new, and narrows what may be written",
                            "rule link.one_kind: new, and narrows what may be written");
        }
    }
}
