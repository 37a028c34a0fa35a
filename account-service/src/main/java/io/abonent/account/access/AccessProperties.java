package io.abonent.account.access;

import io.abonent.account.attempt.AttemptLimit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of guessing PINs and serial numbers. A PIN of four digits and five tries would fall on one account in two
 * thousand, so what one user, one address, one account and one supplier may see is bounded as well (F-71).
 */
@Validated
@ConfigurationProperties("abonent.access")
record AccessProperties(
        @NotNull @Valid AttemptLimit perLink,
        @NotNull @Valid AttemptLimit perUser,
        @NotNull @Valid AttemptLimit perAddress,
        @NotNull @Valid AttemptLimit perAccount,
        @NotNull @Valid AttemptLimit perSupplier) {}
