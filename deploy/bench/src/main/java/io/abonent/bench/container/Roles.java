package io.abonent.bench.container;

import io.abonent.bench.house.Command;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Whether the job's role owns the schema, and the service's own role cannot change it. */
final class Roles {

    private final Engine engine;
    private final Manifests manifests;
    private final Pod postgres;

    Roles(Engine engine, Manifests manifests, Pod postgres) {
        this.engine = engine;
        this.manifests = manifests;
        this.postgres = postgres;
    }

    /** @return what is not as it should be */
    List<String> complaints(String service) throws IOException, InterruptedException {
        List<String> complaints = new ArrayList<>();
        String owner = service + "_owner";
        String strangers = asSuperuser(
                service,
                "select coalesce(string_agg(tablename, ', '), '') from pg_tables "
                        + "where schemaname = 'public' and tableowner <> '" + owner + "'");
        if (!strangers.isEmpty()) {
            complaints.add(service + ": not made by the migration's role: " + strangers);
        }
        String tables = asSuperuser(service, "select count(*) from pg_tables where schemaname = 'public'");
        if (Integer.parseInt(tables) < 5) {
            complaints.add(service + ": " + tables + " tables after the migration");
        }
        String password = manifests.secret(service + "-db-application").getOrDefault("password", "");
        for (String change : List.of("create table intruder (id int)", "drop table flyway_schema_history")) {
            Command.Result result = engine.inside(
                            postgres,
                            List.of(
                                    "psql",
                                    "postgresql://" + service + ":" + password + "@postgres/" + service,
                                    "-c",
                                    change))
                    .run();
            if (result.code() == 0 || !result.output().matches("(?s).*(permission denied|must be owner).*")) {
                complaints.add(service + ": '" + change + "' as the application: " + result.output());
            }
        }
        return complaints;
    }

    private String asSuperuser(String database, String query) throws IOException, InterruptedException {
        return engine.inside(postgres, List.of("psql", "-U", "postgres", "-d", database, "-Atc", query))
                .output();
    }
}
