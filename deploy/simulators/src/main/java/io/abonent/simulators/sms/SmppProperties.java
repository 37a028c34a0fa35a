package io.abonent.simulators.sms;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param port 0 = any free port
 * @param receiptDelay how long a message is on its way to the phone
 */
@Validated
@ConfigurationProperties("simulators.smpp")
record SmppProperties(
        int port,
        @NotBlank String systemId,
        @NotBlank String password,
        @DefaultValue("300ms") Duration receiptDelay) {}
