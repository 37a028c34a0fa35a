package io.abonent.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;

@DisplayName("F-28: trying again")
class HopelessTests {

    @Test
    void doesNotHelpWhenTheValuesThemselvesAreTheFault() {
        assertThat(hopeless(() -> zone("Atlantis/Capital"))).isTrue();
        assertThat(hopeless(() -> Instant.MAX.plus(Duration.ofDays(1)))).isTrue();
        assertThat(hopeless(() -> Timestamp.from(Instant.MAX))).isTrue();
        assertThat(hopeless(() -> Math.addExact(Long.MAX_VALUE, 1))).isTrue();
        assertThat(Hopeless.is(database("22021"))).as("NUL in a text").isTrue();
        assertThat(Hopeless.is(database("22P05"))).as("NUL in a document").isTrue();
        assertThat(Hopeless.is(database("22001"))).as("too long").isTrue();
    }

    @Test
    void mayHelpAfterEverythingElse() {
        assertThat(Hopeless.is(database("23505"))).as("two at the same moment").isFalse();
        assertThat(Hopeless.is(database("40001"))).as("lost a race").isFalse();
        assertThat(Hopeless.is(database("57P01"))).as("the database goes away").isFalse();
        assertThat(Hopeless.is(new QueryTimeoutException("busy"))).isFalse();
        assertThat(Hopeless.is(new RuntimeException(new SQLException("no state"))))
                .isFalse();
        assertThat(Hopeless.is(new IllegalStateException("nobody foresaw it"))).isFalse();
    }

    private static RuntimeException database(String state) {
        return new DataIntegrityViolationException("refused", new SQLException("refused", state));
    }

    private static ZoneId zone(String name) {
        return ZoneId.of(name);
    }

    private static boolean hopeless(Callable<?> work) {
        try {
            throw new AssertionError("nothing was thrown but this came: " + work.call());
        } catch (RuntimeException e) {
            return Hopeless.is(e);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
