package io.abonent.simulators.fiscal;

import io.abonent.simulators.Required;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param token what the house shows in the header {@code Token}
 * @param registrationDelay how long the register says {@code wait}
 * @param zone of the shop: the time on a receipt is local
 */
@ConfigurationProperties("simulators.fiscal")
record FiscalProperties(
        String token,
        @DefaultValue("1s") Duration registrationDelay,
        @DefaultValue("Europe/Moscow") ZoneId zone) {

    FiscalProperties {
        Required.setting("simulators.fiscal.token", token);
    }
}
