package io.abonent.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LastAnswersTests {

    private final LastAnswers answers = new LastAnswers(Duration.ofMillis(1));

    @Test
    @DisplayName("F-06: connections are closed with the last answers, not under a request")
    void closesConnectionsOnceItLeaves() throws Exception {
        answers.start();
        assertThat(connection()).isNull();
        answers.stop();
        assertThat(connection()).isEqualTo("close");
        answers.start();
        assertThat(connection()).isNull();
    }

    @Test
    void leavesBeforeTheServerStopsToListen() {
        assertThat(answers.getPhase()).isGreaterThan(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE);
    }

    private @Nullable String connection() throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        answers.doFilter(new MockHttpServletRequest(), response, new MockFilterChain());
        return response.getHeader("Connection");
    }
}
