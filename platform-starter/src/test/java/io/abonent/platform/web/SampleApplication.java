package io.abonent.platform.web;

import io.abonent.platform.idempotency.Idempotency;
import io.abonent.platform.idempotency.Idempotent;
import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import io.abonent.platform.security.CurrentUser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service: one table, commands and failures of every kind. */
@SpringBootApplication
public class SampleApplication {

    @RestController
    @RequestMapping("/api/v1")
    static class SampleController {

        private final Idempotency idempotency;
        private final JdbcClient jdbc;

        SampleController(Idempotency idempotency, JdbcClient jdbc) {
            this.idempotency = idempotency;
            this.jdbc = jdbc;
        }

        @GetMapping("/me")
        Me me(CurrentUser user) {
            return new Me(user.userId(), user.clientId(), user.scopes().size(), null, Instant.EPOCH);
        }

        @PostMapping("/orders")
        ResponseEntity<Order> order(@Valid @RequestBody Order order) {
            return ResponseEntity.ok(order);
        }

        @PostMapping("/commands")
        @Idempotent
        ResponseEntity<Done> command(CurrentUser user, @Valid @RequestBody Command command) {
            return idempotency.commit(() -> {
                UUID id = UUID.randomUUID();
                jdbc.sql("insert into effect (id, user_id, name) values (?, ?, ?)")
                        .params(id, user.userId(), command.name())
                        .update();
                if (command.name().startsWith("refused")) {
                    throw new ProblemException(PlatformProblem.VERSION_CONFLICT);
                }
                if (command.name().equals("cut off")) {
                    jdbc.sql("select pg_terminate_backend(pg_backend_pid())")
                            .query(Boolean.class)
                            .single();
                }
                pause(command.pauseMs());
                return ResponseEntity.created(URI.create("/api/v1/commands/" + id))
                        .body(new Done(id, command.name()));
            });
        }

        @PostMapping("/optional-commands")
        @Idempotent(required = false)
        ResponseEntity<Done> optional(CurrentUser user, @Valid @RequestBody Command command) {
            return command(user, command);
        }

        @PostMapping("/shared-commands")
        @Idempotent(exclusive = false)
        ResponseEntity<Done> shared(CurrentUser user, @Valid @RequestBody Command command) {
            return command(user, command);
        }

        @GetMapping("/failures/{kind}")
        String fail(@PathVariable String kind) {
            throw switch (kind) {
                case "conflict" -> new OptimisticLockingFailureException("secret-table");
                case "pool" ->
                    new CannotCreateTransactionException("secret-pool", new SQLTransientConnectionException("timeout"));
                case "bug" -> new IllegalStateException("secret-bug");
                default -> new ProblemException(PlatformProblem.NOT_FOUND);
            };
        }

        @GetMapping("/search")
        List<String> search(@RequestParam String query, @RequestParam(required = false) @Nullable UUID id) {
            return List.of(query + (id == null ? "" : id));
        }

        @PostMapping("/forms")
        List<String> form(@RequestParam String name) {
            return List.of(name);
        }

        @GetMapping("/open")
        List<String> open() {
            return List.of("open");
        }

        private static void pause(@Nullable Integer milliseconds) {
            if (milliseconds != null) {
                try {
                    Thread.sleep(milliseconds);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    record Me(
            UUID userId,
            String clientId,
            int scopes,
            @Nullable String absent,
            Instant at) {}

    record Order(
            @NotBlank @Size(max = 40) String name,
            long amountMinor,
            @Nullable BigDecimal volume,
            @NotEmpty @Size(max = 3) List<@Valid @NotNull Part> parts) {}

    record Part(@NotBlank String code, @Positive int count) {}

    record Command(@NotBlank String name, @Nullable Integer pauseMs) {}

    record Done(UUID id, String name) {}
}
