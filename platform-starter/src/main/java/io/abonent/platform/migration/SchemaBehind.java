package io.abonent.platform.migration;

/** The start fails with it: a service never works on tables older than itself. */
final class SchemaBehind extends IllegalStateException {

    private static final long serialVersionUID = 1;

    SchemaBehind(String missing) {
        super("The database was not migrated for this release within abonent.migration.patience: " + missing
                + ". Run the migration job, or set abonent.migration.mode=migrate.");
    }
}
