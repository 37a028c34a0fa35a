package io.abonent.simulators.fiscal;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param token what the house shows in the header {@code Token}
 * @param registrationDelay how long the register says {@code wait}
 * @param zone of the shop: the time on a receipt is local
 */
@Validated
@ConfigurationProperties("simulators.fiscal")
record FiscalProperties(
        @NotBlank String token,
        @DefaultValue("1s") Duration registrationDelay,
        @DefaultValue("Europe/Moscow") ZoneId zone) {}
