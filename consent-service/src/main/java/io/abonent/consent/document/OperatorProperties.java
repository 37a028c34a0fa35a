package io.abonent.consent.document;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Who processes the data, as printed in documents. Read when a document is published, not when it is shown.
 *
 * @param processors who works on the operator's behalf
 */
@Validated
@ConfigurationProperties("abonent.operator")
record OperatorProperties(
        @NotBlank String serviceName,
        @NotBlank String name,
        @Pattern(regexp = "[0-9]{10}|[0-9]{12}") String inn,
        @Pattern(regexp = "[0-9]{13}|[0-9]{15}") String ogrn,
        @NotBlank String address,
        @NotBlank @Email String email,
        @NotBlank String processors) {

    static final String DEMONSTRATION_INN = "1831000000";

    boolean demonstration() {
        return DEMONSTRATION_INN.equals(inn);
    }
}
