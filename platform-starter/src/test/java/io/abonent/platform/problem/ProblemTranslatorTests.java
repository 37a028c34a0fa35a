package io.abonent.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.platform.guard.OwnerSilent;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.server.ResponseStatusException;

class ProblemTranslatorTests {

    private final ProblemMessages messages = new ProblemMessages();
    private final ProblemTranslator translator = new ProblemTranslator(new Violations(messages));

    static Stream<Arguments> foreseen() {
        return Stream.of(
                Arguments.of(new ObjectOptimisticLockingFailureException("x", 1), 409),
                // F-16, F-19, F-20, F-21: the database is away, full, locked or the pool is empty.
                Arguments.of(new CannotGetJdbcConnectionException("x", new SQLException("x")), 503),
                Arguments.of(new CannotAcquireLockException("deadlock"), 503),
                Arguments.of(new QueryTimeoutException("x"), 503),
                Arguments.of(new TransactionSystemException("commit", new SQLException("x", "08006")), 503),
                Arguments.of(new JpaSystemException(new RuntimeException(new SQLException("x", "57P01"))), 503),
                Arguments.of(new JpaSystemException(new RuntimeException(new SQLException("x", "53100"))), 503),
                Arguments.of(new JpaSystemException(new RuntimeException(new SQLException("x", "25006"))), 503),
                Arguments.of(new AuthenticationServiceException("keys are away"), 503),
                Arguments.of(new OwnerSilent("consent-signed"), 503),
                Arguments.of(new AccessDeniedException("x"), 403),
                Arguments.of(new ResponseStatusException(HttpStatus.NOT_FOUND), 404),
                Arguments.of(new ResponseStatusException(HttpStatusCode.valueOf(418)), 400),
                Arguments.of(new jakarta.servlet.ServletException(new AccessDeniedException("x")), 403),
                Arguments.of(new ProblemException(PlatformProblem.RATE_LIMITED), 429));
    }

    @ParameterizedTest
    @MethodSource
    void foreseen(Throwable thrown, int status) {
        Problem problem = Objects.requireNonNull(translator.translate(thrown, new MockHttpServletRequest()));
        assertThat(problem.code().status().value()).isEqualTo(status);
        if (status == 503) {
            assertThat(problem.headers().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
        }
    }

    @Test
    void doesNotExcuseMistakes() {
        for (Throwable mistake : List.of(
                new IllegalStateException("x"),
                new NullPointerException(),
                new IOException("x"),
                new DataIntegrityViolationException("unique", new SQLException("x", "23505")))) {
            assertThat(translator.translate(mistake, new MockHttpServletRequest()))
                    .isNull();
        }
    }

    @Test
    void givesTheGeneralCodeOfAStatus() {
        assertThat(ProblemTranslator.ofStatus(HttpStatusCode.valueOf(409))).isEqualTo(PlatformProblem.VERSION_CONFLICT);
        assertThat(ProblemTranslator.ofStatus(HttpStatusCode.valueOf(403))).isEqualTo(PlatformProblem.FORBIDDEN);
        assertThat(ProblemTranslator.ofStatus(HttpStatusCode.valueOf(400))).isEqualTo(PlatformProblem.REQUEST_INVALID);
        assertThat(ProblemTranslator.ofStatus(HttpStatusCode.valueOf(418))).isEqualTo(PlatformProblem.REQUEST_INVALID);
        assertThat(ProblemTranslator.ofStatus(HttpStatusCode.valueOf(502))).isEqualTo(PlatformProblem.INTERNAL);
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeHasWordsInBothLanguages(PlatformProblem code) {
        String english = messages.title(code, Locale.ENGLISH);
        String russian = messages.title(code, ProblemMessages.RUSSIAN);
        assertThat(english).isNotBlank().matches("[\\p{ASCII}]+");
        assertThat(russian).matches(".*[а-яА-Я].*|.*Idempotency-Key.*").isNotEqualTo(english);
        assertThat(messages.detail(code, List.of(), Locale.ENGLISH) == null)
                .isEqualTo(messages.detail(code, List.of(), ProblemMessages.RUSSIAN) == null);
    }

    @Test
    void pointsLikeRfc6901() {
        assertThat(Violations.pointer("parts[0].amountMinor")).isEqualTo("/parts/0/amountMinor");
        assertThat(Violations.pointer("name")).isEqualTo("/name");
        assertThat(Violations.upperSnake("NotBlank")).isEqualTo("NOT_BLANK");
    }
}
