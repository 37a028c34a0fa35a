package io.abonent.platform.house;

import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same things done right: a rule that catches these is too strict. */
@RestController
class KeptController {

    private final KeptRows rows;
    private final Clock clock;

    KeptController(KeptRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @GetMapping("/kept")
    ResponseEntity<View> kept() {
        if (rows.count() == 0) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        return ResponseEntity.ok(new View(Instant.now(clock)));
    }

    record View(Instant at) {}
}

@Entity
class KeptRow {
    @Id
    private @Nullable UUID id;

    @Nullable
    UUID id() {
        return id;
    }
}

interface KeptRows extends Repository<KeptRow, UUID> {
    long count();
}
