package io.abonent.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RelayLeadershipIT {

    @Test
    void leadsOnlyOnePerDatabase() throws Exception {
        try (OutboxLab lab = new OutboxLab("localhost:1");
                OutboxLab otherDatabase = new OutboxLab("localhost:1");
                RelayConnection second = RelayConnection.open(lab.unpooled);
                RelayConnection elsewhere = RelayConnection.open(otherDatabase.unpooled)) {
            try (RelayConnection first = RelayConnection.open(lab.unpooled)) {
                assertThat(first.tryLead()).isTrue();
                assertThat(second.tryLead()).isFalse();
                assertThat(elsewhere.tryLead()).isTrue();
            }

            Awaitility.await().atMost(Duration.ofSeconds(10)).until(second::tryLead);
        }
    }

    @Test
    @DisplayName("F-07: a frozen leader loses its session, and with it both the leadership and the right to delete")
    void takesTheLeadershipFromAFrozenProcess() throws Exception {
        try (OutboxLab lab = new OutboxLab("localhost:1");
                RelayConnection frozen = RelayConnection.open(lab.unpooled, Duration.ofMillis(800));
                RelayConnection next = RelayConnection.open(lab.unpooled)) {
            assertThat(frozen.tryLead()).isTrue();
            assertThat(next.tryLead()).isFalse();

            Awaitility.await().atMost(Duration.ofSeconds(10)).until(next::tryLead);

            assertThatThrownBy(() -> frozen.delete(List.of(1L))).isInstanceOf(SQLException.class);
        }
    }
}
