package io.abonent.platform.house;

import com.fasterxml.jackson.databind.JsonNode;
import io.abonent.contracts.notification.TicketOpened;
import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** One class per broken rule, see {@code HouseRulesTests}. */
@SuppressWarnings({"unused", "JavaTimeDefaultTimeZone", "JavaUtilDate", "SystemOut", "NonFinalStaticField"})
final class Broken {

    private Broken() {}

    @Entity
    static class Row {
        @Id
        private @Nullable UUID id;
    }

    @RestController
    public static class VisibleController {}

    public interface VisibleRows extends Repository<Row, UUID> {}

    static class InjectedField {
        @Autowired
        private @Nullable Clock clock;
    }

    static class ReadsInstantNow {
        Instant at() {
            return Instant.now();
        }
    }

    static class ReadsLocalDateTimeNow {
        LocalDateTime at() {
            return LocalDateTime.now();
        }
    }

    static class ReadsMethodReference {
        java.util.function.Supplier<LocalDate> at() {
            return LocalDate::now;
        }
    }

    static class ReadsMillis {
        long at() {
            return System.currentTimeMillis();
        }
    }

    static class MakesSystemClock {
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    static class MakesDate {
        Date at() {
            return new Date();
        }
    }

    static class MakesDateByReference {
        java.util.function.Supplier<Date> at() {
            return Date::new;
        }
    }

    static class RefusesByReference {
        java.util.function.Function<PlatformProblem, ProblemException> refusal() {
            return ProblemException::new;
        }
    }

    @RestController
    static class EventController {
        String read(TicketOpened event) {
            return event.toString();
        }
    }

    static class ThrowsFromBelow {
        void refuse() {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
    }

    @RestController
    static class LeakingController {
        @GetMapping("/rows")
        ResponseEntity<List<Row>> rows() {
            return ResponseEntity.ok(List.of());
        }
    }

    @RestController
    static class TakingController {
        String put(Row row) {
            return row.toString();
        }
    }

    static class ReadsWithJackson2 {
        String text(JsonNode node) {
            return node.asText();
        }
    }

    static class Prints {
        void print() {
            System.out.println("x");
        }
    }

    static class Remembers {
        static int count;
    }
}
