package io.abonent.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Finds the places which an exception complains about, and says it in words that show no value and no class. */
final class Violations {

    private static final int LIMIT = 50;
    private static final int POINTER_LENGTH = 200;
    private static final Comparator<Violation> ORDER = Comparator.comparing(
                    (Violation violation) -> violation.pointer() + "|" + violation.parameter())
            .thenComparing(violation -> String.valueOf(violation.code()));

    private final ProblemMessages messages;

    Violations(ProblemMessages messages) {
        this.messages = messages;
    }

    List<Violation> of(BindException invalid, HttpServletRequest request) {
        boolean body = !(invalid instanceof MethodArgumentNotValidException argument)
                || argument.getParameter().hasParameterAnnotation(RequestBody.class);
        List<Violation> found = new ArrayList<>();
        invalid.getAllErrors().forEach(error -> found.add(ofError(error, body, request)));
        return tidy(found);
    }

    List<Violation> of(HandlerMethodValidationException invalid, HttpServletRequest request) {
        List<Violation> found = new ArrayList<>();
        for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
            String name = result.getMethodParameter().getParameterName();
            if (result instanceof ParameterErrors errors) {
                boolean body = result.getMethodParameter().hasParameterAnnotation(RequestBody.class);
                errors.getAllErrors().forEach(error -> found.add(ofError(error, body, request)));
            } else {
                for (MessageSourceResolvable error : result.getResolvableErrors()) {
                    found.add(Violation.of(name == null ? "" : name, code(error.getCodes()), message(error, request)));
                }
            }
        }
        return tidy(found);
    }

    List<Violation> of(ConstraintViolationException invalid) {
        List<Violation> found = new ArrayList<>();
        for (ConstraintViolation<?> violation : invalid.getConstraintViolations()) {
            String constraint = violation
                    .getConstraintDescriptor()
                    .getAnnotation()
                    .annotationType()
                    .getSimpleName();
            String path = violation.getPropertyPath().toString();
            found.add(Violation.of(
                    path.substring(path.lastIndexOf('.') + 1), upperSnake(constraint), violation.getMessage()));
        }
        return tidy(found);
    }

    Violation of(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        Throwable cause = unreadable.getCause();
        while (cause != null && !(cause instanceof JacksonException)) {
            cause = cause.getCause();
        }
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return at(pointer(unknown), "UNKNOWN_PROPERTY", request);
        }
        if (cause instanceof DatabindException mistyped) {
            return at(pointer(mistyped), "TYPE_MISMATCH", request);
        }
        return at("", cause == null ? "MISSING" : "MALFORMED", request);
    }

    Violation mistyped(String parameter, HttpServletRequest request) {
        return Violation.of(parameter, "TYPE_MISMATCH", text("TYPE_MISMATCH", request));
    }

    Violation missing(String parameter, HttpServletRequest request) {
        return Violation.of(parameter, "MISSING", text("MISSING", request));
    }

    private Violation at(String pointer, String code, HttpServletRequest request) {
        return Violation.at(pointer, code, text(code, request));
    }

    private String text(String code, HttpServletRequest request) {
        return messages.text("violation." + code, ProblemWriter.locale(request));
    }

    private Violation ofError(ObjectError error, boolean body, HttpServletRequest request) {
        String code = code(error.getCodes());
        String message = message(error, request);
        String field = error instanceof FieldError fieldError ? fieldError.getField() : "";
        if (!body) {
            return Violation.of(field, code, message);
        }
        return Violation.at(field.isEmpty() ? "" : pointer(field), code, message);
    }

    /** Spring's own text for a failed conversion names classes and repeats the value. */
    private String message(MessageSourceResolvable error, HttpServletRequest request) {
        String text = error.getDefaultMessage();
        boolean conversion = error instanceof FieldError field && field.isBindingFailure();
        return text == null || conversion ? text("TYPE_MISMATCH", request) : text;
    }

    private static String code(String @Nullable [] codes) {
        return codes == null || codes.length == 0 ? "INVALID" : upperSnake(codes[codes.length - 1]);
    }

    static String upperSnake(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /** {@code parts[0].amountMinor} becomes {@code /parts/0/amountMinor}. */
    static String pointer(String path) {
        return "/" + path.replace("[", ".").replace("]", "").replace('.', '/');
    }

    private static String pointer(JacksonException problem) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : problem.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? Integer.toString(step.getIndex())
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.length() > POINTER_LENGTH ? pointer.substring(0, POINTER_LENGTH) : pointer.toString();
    }

    private static List<Violation> tidy(List<Violation> found) {
        return found.stream().sorted(ORDER).limit(LIMIT).toList();
    }
}
