package io.abonent.platform.consume;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * On the management port: {@code GET /actuator/deadletters} lists, {@code POST /actuator/deadletters} with
 * {@code {"number": <n>}} redrives one, without a number all.
 */
@Endpoint(id = "deadletters")
final class DeadLetterEndpoint {

    private final Redrive redrive;

    DeadLetterEndpoint(Redrive redrive) {
        this.redrive = redrive;
    }

    @ReadOperation
    Map<String, List<DeadLetter.View>> list() {
        return Map.of("items", redrive.list());
    }

    @WriteOperation
    Redrive.Result redrive(@Nullable Long number) {
        return redrive.redrive(number);
    }
}
