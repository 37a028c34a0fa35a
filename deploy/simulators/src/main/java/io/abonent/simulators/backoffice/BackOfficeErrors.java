package io.abonent.simulators.backoffice;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice(basePackageClasses = BackOfficeErrors.class)
class BackOfficeErrors {

    record Body(String code) {}

    @ExceptionHandler
    ResponseEntity<Body> refused(BackOfficeRefusal refusal) {
        return ResponseEntity.status(refusal.status()).body(new Body(refusal.code()));
    }

    @ExceptionHandler
    ResponseEntity<Body> unreadable(HttpMessageNotReadableException ignored) {
        return ResponseEntity.status(HttpStatus.BAD_REQUEST).body(new Body("MALFORMED"));
    }
}
