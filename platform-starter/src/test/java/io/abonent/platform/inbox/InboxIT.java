package io.abonent.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.abonent.platform.event.Ids;
import io.abonent.platform.sample.SampleTest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SampleTest
class InboxIT {

    @Autowired
    Inbox inbox;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("F-25, F-33: the same event in many threads at once has its effect once")
    void runsOnceHoweverOftenAndTogether() throws Exception {
        UUID event = Ids.next();
        List<Future<Boolean>> runs = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 30; i++) {
                runs.add(threads.submit(() -> inbox.runOnce("test", event, () -> effect(event))));
            }
        }

        int done = 0;
        for (Future<Boolean> run : runs) {
            done += run.get() ? 1 : 0;
        }
        assertThat(done).isEqualTo(1);
        assertThat(effects(event)).isEqualTo(1);
        assertThat(inbox.runOnce("another consumer", event, () -> effect(event)))
                .isTrue();
    }

    @Test
    void takesBackTheNoteWhenTheWorkFails() {
        UUID event = Ids.next();

        assertThatThrownBy(() -> inbox.runOnce("test", event, () -> {
                    effect(event);
                    throw new IllegalStateException("half way");
                }))
                .hasMessage("half way");

        assertThat(effects(event)).isZero();
        assertThat(inbox.runOnce("test", event, () -> effect(event))).isTrue();
    }

    @Test
    void forgetsNotesOlderThanTheirRetentionOnly() {
        UUID young = Ids.next();
        assertThat(inbox.runOnce("cleaning", young, () -> {})).isTrue();
        for (int i = 0; i < 7; i++) {
            jdbc.sql("insert into inbox values ('cleaning', :id, now() - interval '41 days')")
                    .param("id", Ids.next())
                    .update();
        }

        long forgotten = new InboxCleaner(jdbc, Clock.systemUTC(), Duration.ofDays(40), 3).clean();

        assertThat(forgotten).isEqualTo(7);
        assertThat(inbox.runOnce("cleaning", young, () -> {})).isFalse();
    }

    private void effect(UUID event) {
        jdbc.sql("insert into effect values (:id, 0)").param("id", event).update();
    }

    private long effects(UUID event) {
        return jdbc.sql("select count(*) from effect where event_id = :id")
                .param("id", event)
                .query(Long.class)
                .single();
    }
}
