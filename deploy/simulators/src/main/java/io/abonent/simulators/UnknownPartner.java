package io.abonent.simulators;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The address names a partner that does not exist. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class UnknownPartner extends RuntimeException {

    public UnknownPartner(String code) {
        super("No partner is called " + code);
    }
}
