package io.abonent.notification.sms;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param password a secret, therefore without a default; SMPP allows eight characters
 * @param sender shown as the sender, at most eleven Latin letters or digits
 * @param window messages on their way at the same time
 * @param timeout for the answer to one message
 * @param enquireLink silence after which the link is tested
 * @param reconnectMax longest pause between attempts to connect
 */
@Validated
@ConfigurationProperties("abonent.sms")
record SmsProperties(
        @NotBlank String host,
        @Min(1) @Max(65_535) int port,
        @NotBlank @Size(max = 15) String systemId,
        @NotBlank @Size(max = 8) String password,
        @NotBlank @Size(max = 11) String sender,
        @DefaultValue("10") @Min(1) @Max(100) int window,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("15s") Duration enquireLink,
        @DefaultValue("30s") Duration reconnectMax) {

    @Override
    public String toString() {
        return "SmsProperties[" + host + ":" + port + ", " + systemId + "]";
    }
}
