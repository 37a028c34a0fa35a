package io.abonent.notification.sms;

import java.time.Duration;
import java.util.UUID;

/**
 * @param to E.164
 * @param validity after which the SMS centre must not deliver it any more either
 */
public record Sms(UUID deliveryId, String to, String text, Duration validity) {

    @Override
    public String toString() {
        return "Sms[" + deliveryId + "]";
    }
}
