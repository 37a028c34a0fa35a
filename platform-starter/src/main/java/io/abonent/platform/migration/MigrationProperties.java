package io.abonent.platform.migration;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param mode who changes the schema: the service at its start, or somebody else before it
 * @param patience how long a service waits for that somebody
 * @param applicationRole gets the rights to work with the tables, and none to change them; created by the database's owner
 */
@ConfigurationProperties("abonent.migration")
record MigrationProperties(
        @DefaultValue("migrate") Mode mode,
        @DefaultValue("5m") Duration patience,
        @Nullable String applicationRole) {

    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    enum Mode {
        MIGRATE,
        EXPECT
    }

    MigrationProperties {
        if (applicationRole != null && !PLAIN_NAME.matcher(applicationRole).matches()) {
            throw new IllegalArgumentException("abonent.migration.application-role is not a plain name of a role");
        }
    }
}
