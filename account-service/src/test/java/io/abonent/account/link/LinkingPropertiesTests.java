package io.abonent.account.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.account.attempt.AttemptLimit;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LinkingPropertiesTests {

    private static final AttemptLimit ANY = new AttemptLimit(10, Duration.ofHours(1));
    private final LinkingProperties properties = new LinkingProperties(
            20, ANY, ANY, ANY, ANY, Duration.ofSeconds(30), Duration.ofMinutes(30), Duration.ofDays(7));

    @Test
    void asksMoreAndMoreSlowly() {
        assertThat(properties.pause(Duration.ofSeconds(2), 0.5)).isEqualTo(Duration.ofSeconds(30));
        assertThat(properties.pause(Duration.ofMinutes(10), 0.5)).isEqualTo(Duration.ofMinutes(5));
        assertThat(properties.pause(Duration.ofDays(2), 0.5)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    @DisplayName("F-48: links that wait for one supplier do not come back together")
    void spreadsTheQuestions() {
        assertThat(properties.pause(Duration.ofDays(1), 0)).isEqualTo(Duration.ofMinutes(24));
        assertThat(properties.pause(Duration.ofDays(1), 1)).isEqualTo(Duration.ofMinutes(36));
    }
}
