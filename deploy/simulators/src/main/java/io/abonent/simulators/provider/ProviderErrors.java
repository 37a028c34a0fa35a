package io.abonent.simulators.provider;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice(assignableTypes = {PaymentsApi.class, DecisionController.class})
class ProviderErrors {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(
            String type,
            String id,
            String code,
            String description,
            @Nullable String parameter) {

        static Body of(String code, @Nullable String description, @Nullable String parameter) {
            return new Body(
                    "error", UUID.randomUUID().toString(), code, description == null ? "" : description, parameter);
        }
    }

    @ExceptionHandler
    ResponseEntity<Body> refused(ProviderError error) {
        return ResponseEntity.status(error.status()).body(Body.of(error.code(), error.getMessage(), error.parameter()));
    }

    @ExceptionHandler
    ResponseEntity<Body> unreadable(HttpMessageNotReadableException ignored) {
        return ResponseEntity.status(HttpStatus.BAD_REQUEST)
                .body(Body.of("invalid_request", "Request body is not readable", null));
    }
}
