package io.abonent.notification;

import io.abonent.platform.testkit.ReleasedSchema;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReleasedSchemaIT {

    @Test
    @DisplayName("F-23: the release before runs on the schema of today")
    void theTablesOfTheReleaseBeforeAreStillUsable() {
        ReleasedSchema.runsOnTheSchemaOfToday("classpath:db/platform", "classpath:db/migration");
    }
}
