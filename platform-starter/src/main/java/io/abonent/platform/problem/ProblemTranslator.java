package io.abonent.platform.problem;

import io.abonent.platform.guard.OwnerSilent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Which problem an exception is; null for one nobody foresaw. */
final class ProblemTranslator {

    private final Violations violations;

    ProblemTranslator(Violations violations) {
        this.violations = violations;
    }

    @Nullable
    Problem translate(Throwable thrown, HttpServletRequest request) {
        return switch (thrown) {
            case ProblemException refusal -> Problem.of(refusal);
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable, request);
            case BindException invalid -> Problem.invalid(violations.of(invalid, request));
            case HandlerMethodValidationException invalid -> Problem.invalid(violations.of(invalid, request));
            case ConstraintViolationException invalid -> Problem.invalid(violations.of(invalid));
            case MethodArgumentTypeMismatchException mismatch ->
                Problem.invalid(List.of(violations.mistyped(mismatch.getName(), request)));
            case MissingServletRequestParameterException missing ->
                Problem.invalid(List.of(violations.missing(missing.getParameterName(), request)));
            case MissingRequestHeaderException missing ->
                Problem.invalid(List.of(violations.missing(missing.getHeaderName(), request)));
            case RequestRejectedException ignored -> Problem.of(PlatformProblem.REQUEST_INVALID);
            case HttpRequestMethodNotSupportedException other ->
                Problem.of(PlatformProblem.METHOD_NOT_ALLOWED).header(HttpHeaders.ALLOW, allowed(other));
            case HttpMediaTypeNotSupportedException other ->
                Problem.of(PlatformProblem.UNSUPPORTED_MEDIA_TYPE)
                        .header(HttpHeaders.ACCEPT, MediaType.toString(other.getSupportedMediaTypes()));
            case HttpMediaTypeNotAcceptableException ignored -> Problem.of(PlatformProblem.NOT_ACCEPTABLE);
            case AuthenticationServiceException ignored -> Problem.unavailable();
            case OwnerSilent ignored -> Problem.unavailable();
            case AuthenticationException ignored -> Problem.of(PlatformProblem.UNAUTHENTICATED);
            case AccessDeniedException ignored -> Problem.of(PlatformProblem.FORBIDDEN);
            case OptimisticLockingFailureException ignored -> Problem.of(PlatformProblem.VERSION_CONFLICT);
            default -> lessSpecific(thrown, request);
        };
    }

    private @Nullable Problem lessSpecific(Throwable thrown, HttpServletRequest request) {
        if (databaseAway(thrown)) {
            return Problem.unavailable();
        }
        if (thrown instanceof InvalidParameterException parameters) {
            // A form the container could not parse, or would not for its size.
            return Problem.of(ofStatus(HttpStatusCode.valueOf(parameters.getErrorCode())));
        }
        if (thrown instanceof ErrorResponse response) {
            return Problem.of(ofStatus(response.getStatusCode()));
        }
        Throwable cause = thrown.getCause();
        // Filters and the container wrap what they pass on.
        return thrown instanceof jakarta.servlet.ServletException && cause != null ? translate(cause, request) : null;
    }

    private Problem unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refusal) {
                return Problem.of(refusal);
            }
        }
        return Problem.invalid(List.of(violations.of(unreadable, request)));
    }

    /** Pool exhausted, connection lost, lock not had, server shutting down: the same request may succeed soon. */
    private static boolean databaseAway(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof java.sql.SQLTransientException
                    || (cause instanceof SQLException sql && (closed(sql) || transientState(sql.getSQLState())))) {
                return true;
            }
        }
        return false;
    }

    /** HikariCP of a connection that it has found dead; what is thrown by the rollback then hides the first failure. */
    private static boolean closed(SQLException thrown) {
        return thrown.getSQLState() == null && "Connection is closed".equals(thrown.getMessage());
    }

    private static boolean transientState(@Nullable String state) {
        return state != null
                && (state.startsWith("08") // connection
                        || state.startsWith("40") // deadlock, serialization
                        || state.startsWith("53") // resources: disk, memory, connections
                        || state.startsWith("57P") // shutdown, crash
                        || "25006".equals(state) // read-only, after a fail-over
                        || "55P03".equals(state)); // lock not available
    }

    private static String allowed(HttpRequestMethodNotSupportedException other) {
        var methods = other.getSupportedHttpMethods();
        return methods == null
                ? ""
                : methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
    }

    static ProblemCode ofStatus(HttpStatusCode status) {
        for (PlatformProblem candidate : PlatformProblem.values()) {
            if (candidate.status().value() == status.value() && general(candidate)) {
                return candidate;
            }
        }
        return status.is4xxClientError() ? PlatformProblem.REQUEST_INVALID : PlatformProblem.INTERNAL;
    }

    private static boolean general(PlatformProblem candidate) {
        String name = candidate.name().toUpperCase(Locale.ROOT);
        return !name.startsWith("IDEMPOTENCY") && candidate != PlatformProblem.CONSENT_REQUIRED;
    }
}
