package io.abonent.gateway.service;

import io.micrometer.context.ContextSnapshotFactory;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Runs the calls of a page at the same time, so that it takes as long as the slowest. Start all, then read:
 *
 * <pre>{@code
 * var links = sideBySide.ask(accounts::links);
 * var tickets = sideBySide.ask(() -> notifications.tickets(null, 5));
 * Answer<Links> answer = links.answer();
 * }</pre>
 */
@Component
public class SideBySide {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ContextSnapshotFactory contexts =
            ContextSnapshotFactory.builder().build();

    public <T> Asked<T> ask(Supplier<T> call) {
        Caller caller = Caller.current();
        var context = contexts.captureAll();
        CompletableFuture<Answer<T>> future = new CompletableFuture<>();
        threads.execute(context.wrap(() -> {
            try {
                future.complete(caller.call(() -> Answer.of(call)));
            } catch (Throwable e) {
                future.completeExceptionally(e);
            }
        }));
        return new Asked<>(future);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
