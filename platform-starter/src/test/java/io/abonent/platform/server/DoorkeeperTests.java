package io.abonent.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DoorkeeperTests {

    private final Deque<Runnable> inside = new ArrayDeque<>();
    private final Semaphore places = new Semaphore(2);
    private final Doorkeeper doorkeeper = new Doorkeeper(inside::add, places);

    @Test
    @DisplayName("F-87: a refusal does not wait for its turn behind those who were let in")
    void receivesWhoFindsNoPlace() throws Exception {
        places.acquire(2);

        assertThat(meets()).isTrue();
        assertThat(inside).isEmpty();
    }

    @Test
    @DisplayName("F-87: who is on the way in counts before taking a place")
    void countsThoseOnTheWay() throws Exception {
        doorkeeper.execute(() -> {});
        doorkeeper.execute(() -> {});

        assertThat(inside).hasSize(2);
        assertThat(meets()).isTrue();
    }

    @Test
    void letsInAgainWhenSomebodyHasGone() throws Exception {
        doorkeeper.execute(() -> {});
        doorkeeper.execute(() -> {});
        inside.forEach(Runnable::run);

        doorkeeper.execute(() -> {});

        assertThat(inside).hasSize(3);
    }

    /** Whether the next one meets a thread that only refuses. */
    private boolean meets() throws Exception {
        CompletableFuture<Boolean> here = new CompletableFuture<>();
        doorkeeper.execute(() -> here.complete(Doorkeeper.isHere()));
        return here.get(5, TimeUnit.SECONDS);
    }
}
