package io.abonent.simulators.sms;

import io.abonent.simulators.Required;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param port 0 = any free port
 * @param receiptDelay how long a message is on its way to the phone
 */
@ConfigurationProperties("simulators.smpp")
record SmppProperties(
        int port,
        String systemId,
        String password,
        @DefaultValue("300ms") Duration receiptDelay) {

    SmppProperties {
        Required.setting("simulators.smpp.system-id", systemId);
        Required.setting("simulators.smpp.password", password);
    }
}
